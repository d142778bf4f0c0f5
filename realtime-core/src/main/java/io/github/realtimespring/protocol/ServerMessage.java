/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.protocol;

/**
 * What the server tells a client by itself. Messages of streams are not here: they are
 * spliced by a {@link StreamMessageEncoder}.
 */
public sealed interface ServerMessage {

	/**
	 * The connection is accepted.
	 *
	 * @param sid the id of the connection
	 */
	record Welcome(String sid) implements ServerMessage {
	}

	/**
	 * The connection ends.
	 *
	 * @param reason why
	 * @param reconnect whether the client should come back
	 */
	record Disconnect(DisconnectReason reason, boolean reconnect) implements ServerMessage {
	}

	/**
	 * A sign of life.
	 *
	 * @param time the server's time in the unit that the client asked for
	 */
	record Ping(long time) implements ServerMessage {
	}

	/**
	 * The answer to a client's ping.
	 */
	record Pong() implements ServerMessage {
	}

	/**
	 * A subscription is confirmed.
	 *
	 * @param identifier the identifier
	 */
	record ConfirmSubscription(String identifier) implements ServerMessage {
	}

	/**
	 * A subscription is refused.
	 *
	 * @param identifier the identifier
	 */
	record RejectSubscription(String identifier) implements ServerMessage {
	}

	/**
	 * The backlog is complete.
	 *
	 * @param identifier the identifier
	 */
	record ConfirmHistory(String identifier) implements ServerMessage {
	}

	/**
	 * The backlog cannot be served.
	 *
	 * @param identifier the identifier
	 */
	record RejectHistory(String identifier) implements ServerMessage {
	}

	/**
	 * Nobody can tell who is present.
	 *
	 * @param identifier the identifier
	 */
	record PresenceError(String identifier) implements ServerMessage {
	}

}
