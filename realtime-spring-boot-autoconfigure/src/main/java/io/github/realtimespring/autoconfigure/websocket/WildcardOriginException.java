/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

/**
 * Every web page would be allowed to connect although connections are authenticated.
 */
class WildcardOriginException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String source;

	WildcardOriginException(String source, String reason) {
		super("'" + source + "' allows every origin ('*') " + reason);
		this.source = source;
	}

	String source() {
		return this.source;
	}

}
