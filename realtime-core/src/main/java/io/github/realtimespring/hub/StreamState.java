/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.hub;

import java.util.concurrent.CompletionStage;

import io.github.realtimespring.broadcast.Publication;
import org.jspecify.annotations.Nullable;

/**
 * What the hub knows of one stream that has subscribers here. Its lock fixes the order in
 * which publications reach the shards.
 */
final class StreamState {

	private final String stream;

	private final CompletionStage<Void> active;

	private final Shard[] shards;

	private final Healer healer;

	/** By shard, {@code null} where nobody receives the stream. */
	private final @Nullable Lane[] lanes;

	private int subscriptions;

	StreamState(String stream, CompletionStage<Void> active, Shard[] shards, Healer healer) {
		this.stream = stream;
		this.active = active;
		this.shards = shards;
		this.healer = healer;
		this.lanes = new Lane[shards.length];
	}

	/** Completes when the backend delivers the stream. */
	CompletionStage<Void> active() {
		return this.active;
	}

	synchronized void add(int shard) {
		Lane lane = this.lanes[shard];
		if (lane == null) {
			lane = new Lane(this.stream, this.shards[shard], this.healer);
			this.lanes[shard] = lane;
		}
		lane.subscriptions++;
		this.subscriptions++;
	}

	/** Answers with the number of subscriptions that are left. */
	synchronized int remove(int shard) {
		Lane lane = this.lanes[shard];
		if (lane != null && --lane.subscriptions == 0) {
			lane.close();
			this.lanes[shard] = null;
		}
		return --this.subscriptions;
	}

	synchronized int subscriptions() {
		return this.subscriptions;
	}

	synchronized void deliver(Publication publication) {
		for (Lane lane : this.lanes) {
			if (lane != null) {
				lane.deliver(publication);
			}
		}
	}

}
