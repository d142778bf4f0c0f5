/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.channel;

import io.github.realtimespring.auth.Identity;
import io.github.realtimespring.broadcast.Payload;

/**
 * A confirmed subscription, as its channel sees it. Safe from any thread.
 */
public interface ChannelSubscription {

	/**
	 * The identifier exactly as the client sent it.
	 * @return the identifier
	 */
	String identifier();

	/**
	 * The id of the connection.
	 * @return the id
	 */
	String connectionId();

	/**
	 * Whose connection it is.
	 * @return the identity
	 */
	Identity identity();

	/**
	 * Send something to this subscription alone. Does not wait; a connection that is gone
	 * or too slow loses it.
	 * @param payload what to send, not binary
	 */
	void transmit(Payload payload);

}
