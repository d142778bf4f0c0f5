/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.util.Locale;

/**
 * How a handshake ended, for meters and observations.
 */
public enum HandshakeOutcome {

	/** A session was opened. */
	ACCEPTED,

	/** The token was missing or wrong. */
	UNAUTHORIZED,

	/** The token had run out. */
	TOKEN_EXPIRED,

	/** The origin was not allowed. */
	ORIGIN_REFUSED,

	/** It was not a valid WebSocket handshake. */
	BAD_REQUEST,

	/** There were too many connections. */
	LIMIT_REACHED,

	/** The server was shutting down. */
	DRAINING,

	/** Tokens could not be verified. */
	UNAVAILABLE,

	/** The container failed to upgrade the connection. */
	ERROR;

	/**
	 * The outcome as a tag's value.
	 * @return the name in lower case
	 */
	public String tag() {
		return name().toLowerCase(Locale.ROOT);
	}

}
