/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.hub;

import io.github.realtimespring.connection.FrameEncoder;
import io.github.realtimespring.connection.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * One connection's interest in one stream. Belongs to one shard for its whole life,
 * chosen by the connection, so that everything a connection receives has one writer.
 */
public final class Subscription {

	final String stream;

	final String connectionId;

	final Outbox outbox;

	final FrameEncoder encoder;

	/**
	 * The stream's state, while the subscription counts for it. Guarded by that state.
	 */
	@Nullable StreamState state;

	volatile boolean ended;

	/** Where the shard's index keeps it. Only touched by the shard's thread. */
	@Nullable Group group;

	int slot;

	/**
	 * Create a subscription.
	 * @param stream the stream
	 * @param connectionId the id of the connection
	 * @param outbox where messages go
	 * @param encoder makes the messages of this subscription
	 */
	public Subscription(String stream, String connectionId, Outbox outbox, FrameEncoder encoder) {
		this.stream = stream;
		this.connectionId = connectionId;
		this.outbox = outbox;
		this.encoder = encoder;
	}

}
