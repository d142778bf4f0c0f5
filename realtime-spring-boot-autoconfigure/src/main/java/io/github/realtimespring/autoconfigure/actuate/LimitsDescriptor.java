/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.actuate;

import io.github.realtimespring.ServerSettings;
import io.github.realtimespring.session.SessionSettings;

/**
 * The limits in force. Times are in ISO 8601, sizes in bytes, and zero means unlimited or
 * never.
 *
 * @param maxConnections the greatest number of connections
 * @param maxMessageSize the greatest size of a message of a client
 * @param maxSubscriptions the greatest number of subscriptions of a connection
 * @param maxIdentifierLength the greatest length of an identifier
 * @param maxQueuedCommands how many commands may wait behind one that takes time
 * @param rateLimit how many commands a connection may send in the window
 * @param rateLimitWindow the window of the rate limit
 * @param maxPayload the greatest size of a publication
 * @param maxOutboundBytes how many bytes may wait for one client
 * @param writeTimeout how long one write to a client may take
 * @param pingInterval how often clients are sent a ping message
 * @param pongTimeout how long a client may take to answer one
 * @param heartbeatInterval how long a connection may be silent
 * @param heartbeatTimeout how long the answer to a native ping may take
 * @param closeOnExpiry whether a connection ends when its token runs out
 */
public record LimitsDescriptor(int maxConnections, long maxMessageSize, int maxSubscriptions, int maxIdentifierLength,
		int maxQueuedCommands, int rateLimit, String rateLimitWindow, int maxPayload, int maxOutboundBytes,
		String writeTimeout, String pingInterval, String pongTimeout, String heartbeatInterval, String heartbeatTimeout,
		boolean closeOnExpiry) {

	static LimitsDescriptor of(ServerSettings settings, long maxMessageSize) {
		SessionSettings sessions = settings.sessions();
		return new LimitsDescriptor(settings.maxConnections(), maxMessageSize, sessions.maxSubscriptions(),
				sessions.maxIdentifierLength(), sessions.maxQueuedCommands(), sessions.rateLimit(),
				sessions.rateLimitWindow().toString(), settings.maxPayload(), sessions.outbox().maxBytes(),
				sessions.outbox().writeTimeout().toString(), sessions.pingInterval().toString(),
				sessions.pongTimeout().toString(), sessions.heartbeatInterval().toString(),
				sessions.heartbeatTimeout().toString(), sessions.closeOnExpiry());
	}

}
