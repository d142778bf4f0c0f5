/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

/**
 * How a refused connection learns that it was refused.
 */
public enum RejectWith {

	/**
	 * By a message where a client speaks a cable protocol, by the status of the HTTP
	 * response elsewhere.
	 */
	AUTO,

	/**
	 * By a message: the handshake succeeds, the reason is told, the connection is closed.
	 * A browser hides the status of a failed handshake from its page, so clients of the
	 * cable protocols would only see a lost connection and try for ever.
	 */
	MESSAGE,

	/** By the status of the HTTP response. */
	HTTP

}
