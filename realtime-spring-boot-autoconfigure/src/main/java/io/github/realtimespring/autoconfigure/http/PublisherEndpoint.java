/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import io.github.realtimespring.autoconfigure.PublicationSource;

/**
 * One endpoint for publishers.
 *
 * @param source how its publications are counted
 * @param path its path within the application
 * @param keys the keys it accepts; none for an open endpoint
 * @param cors whether browsers may call it from other origins
 * @param keyHint how a publisher comes by the key
 */
record PublisherEndpoint(PublicationSource source, String path, PublisherKeys keys, boolean cors, String keyHint) {

	boolean isOpen() {
		return this.keys.isEmpty();
	}

	String name() {
		return (this.source == PublicationSource.API) ? "api" : "broadcast";
	}

	/** Who may use it, in words. */
	String access() {
		return isOpen() ? "open to everybody" : "with a key";
	}

	String methods() {
		return (this.cors) ? "POST, OPTIONS" : "POST";
	}

}
