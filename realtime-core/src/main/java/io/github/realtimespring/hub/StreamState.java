/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.hub;

import java.util.concurrent.CompletionStage;

import io.github.realtimespring.broadcast.Publication;

/**
 * What the hub knows of one stream that has subscribers here. Its lock fixes the order in
 * which publications reach the shards.
 */
final class StreamState {

	private final CompletionStage<Void> active;

	private final Lane[] lanes;

	private int subscriptions;

	StreamState(String stream, CompletionStage<Void> active, Shard[] shards, Healer healer) {
		this.active = active;
		this.lanes = new Lane[shards.length];
		for (int i = 0; i < shards.length; i++) {
			this.lanes[i] = new Lane(stream, shards[i], healer);
		}
	}

	/** Completes when the backend delivers the stream. */
	CompletionStage<Void> active() {
		return this.active;
	}

	synchronized void add(int shard) {
		this.subscriptions++;
		this.lanes[shard].subscriptions++;
	}

	/** Answers with the number of subscriptions that are left. */
	synchronized int remove(int shard) {
		this.lanes[shard].subscriptions--;
		return --this.subscriptions;
	}

	synchronized int subscriptions() {
		return this.subscriptions;
	}

	synchronized void deliver(Publication publication) {
		for (Lane lane : this.lanes) {
			if (lane.subscriptions > 0) {
				lane.deliver(publication);
			}
		}
	}

}
