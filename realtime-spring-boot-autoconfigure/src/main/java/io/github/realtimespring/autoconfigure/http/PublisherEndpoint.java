/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

/**
 * One endpoint for publishers.
 *
 * @param path its path within the application
 * @param keys the keys it accepts; none for an open endpoint
 * @param cors whether browsers may call it from other origins
 * @param keyHint how a publisher comes by the key
 */
record PublisherEndpoint(String path, PublisherKeys keys, boolean cors, String keyHint) {

	boolean isOpen() {
		return this.keys.isEmpty();
	}

	String methods() {
		return (this.cors) ? "POST, OPTIONS" : "POST";
	}

}
