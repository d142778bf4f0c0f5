/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

import java.time.Duration;

import io.github.realtimespring.connection.OutboxSettings;

/**
 * The bounds and intervals of every session.
 *
 * @param pingInterval how often the server sends a ping message; zero means never
 * @param pongTimeout how long a client of the extended protocol may take to send anything
 * after a ping message; zero means for ever
 * @param heartbeatInterval how long a connection may be silent before a native ping is
 * sent; zero means for ever
 * @param heartbeatTimeout how long the answer to a native ping may take
 * @param maxSubscriptions the greatest number of subscriptions of one connection
 * @param maxIdentifierLength the greatest length of an identifier, in characters
 * @param maxQueuedCommands how many commands may wait behind one that is being handled
 * before no more is read from the connection
 * @param rateLimit how many commands a connection may send in the window; zero means any
 * number
 * @param rateLimitWindow the window of the rate limit
 * @param closeOnExpiry whether a connection ends when its token runs out
 * @param outbox the bounds of the outbox
 */
public record SessionSettings(Duration pingInterval, Duration pongTimeout, Duration heartbeatInterval,
		Duration heartbeatTimeout, int maxSubscriptions, int maxIdentifierLength, int maxQueuedCommands, int rateLimit,
		Duration rateLimitWindow, boolean closeOnExpiry, OutboxSettings outbox) {

	/**
	 * The defaults that the reference documents.
	 * @return the settings
	 */
	public static SessionSettings defaults() {
		return new SessionSettings(Duration.ofSeconds(3), Duration.ZERO, Duration.ofSeconds(20), Duration.ofSeconds(20),
				1000, 4096, 32, 0, Duration.ofSeconds(10), false,
				new OutboxSettings(1024 * 1024, Duration.ofSeconds(2), Duration.ofSeconds(10)));
	}

}
