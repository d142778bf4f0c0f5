/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import org.jspecify.annotations.Nullable;

/**
 * An entry of a list of origins is not valid.
 */
class InvalidOriginException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String source;

	InvalidOriginException(String source, String entry, @Nullable String reason) {
		super("'" + entry + "' in '" + source + "' is not an origin: " + reason);
		this.source = source;
	}

	String source() {
		return this.source;
	}

}
