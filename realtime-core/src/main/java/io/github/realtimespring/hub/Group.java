/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.hub;

import java.util.Arrays;

import io.github.realtimespring.connection.Frame;
import io.github.realtimespring.connection.FrameEncoder;
import org.jspecify.annotations.Nullable;

/**
 * The subscriptions of one stream that share their frames. Only touched by the thread of
 * its shard.
 */
final class Group {

	private final FrameEncoder encoder;

	private @Nullable Subscription[] members = new Subscription[1];

	private int size;

	Group(FrameEncoder encoder) {
		this.encoder = encoder;
	}

	FrameEncoder encoder() {
		return this.encoder;
	}

	int size() {
		return this.size;
	}

	void add(Subscription subscription) {
		if (this.size == this.members.length) {
			this.members = Arrays.copyOf(this.members, this.size * 2);
		}
		subscription.group = this;
		subscription.slot = this.size;
		this.members[this.size++] = subscription;
	}

	void remove(Subscription subscription) {
		Subscription last = this.members[--this.size];
		if (last != null && last != subscription) {
			last.slot = subscription.slot;
			this.members[subscription.slot] = last;
		}
		this.members[this.size] = null;
		subscription.group = null;
		if (this.size < this.members.length / 4) {
			this.members = Arrays.copyOf(this.members, this.members.length / 2);
		}
	}

	/** Encode once, enqueue to everybody. */
	int fanOut(byte[] json, @Nullable String excluded, DirtyOutboxes dirty) {
		Frame frame = this.encoder.encode(json);
		int delivered = 0;
		for (int i = 0; i < this.size; i++) {
			Subscription member = this.members[i];
			if (member != null && (excluded == null || !excluded.equals(member.connectionId))) {
				member.outbox.enqueue(frame);
				dirty.add(member.outbox);
				delivered++;
			}
		}
		return delivered;
	}

}
