/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.hub;

import java.util.HashMap;
import java.util.Map;

import io.github.realtimespring.connection.FrameEncoder;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Who receives what, on one shard: stream, then encoder, then subscriptions. Only touched
 * by the thread of its shard; shrinks to nothing when streams empty.
 */
final class SubscriptionIndex {

	private static final Log logger = LogFactory.getLog(SubscriptionIndex.class);

	private final Map<String, Map<FrameEncoder, Group>> streams = new HashMap<>();

	void add(Subscription subscription) {
		this.streams.computeIfAbsent(subscription.stream, (stream) -> new HashMap<>(2))
			.computeIfAbsent(subscription.encoder, Group::new)
			.add(subscription);
	}

	void remove(Subscription subscription) {
		Group group = subscription.group;
		Map<FrameEncoder, Group> groups = this.streams.get(subscription.stream);
		if (group == null || groups == null) {
			return;
		}
		group.remove(subscription);
		if (group.size() == 0) {
			groups.remove(group.encoder());
			if (groups.isEmpty()) {
				this.streams.remove(subscription.stream);
			}
		}
	}

	int fanOut(String stream, byte[] json, @Nullable String excluded, DirtyOutboxes dirty) {
		Map<FrameEncoder, Group> groups = this.streams.get(stream);
		if (groups == null) {
			return 0;
		}
		int delivered = 0;
		for (Group group : groups.values()) {
			try {
				delivered += group.fanOut(json, excluded, dirty);
			}
			catch (RuntimeException | Error ex) {
				logger.error("A message could not be encoded for some of its subscribers", ex);
			}
		}
		return delivered;
	}

	boolean isEmpty() {
		return this.streams.isEmpty();
	}

}
