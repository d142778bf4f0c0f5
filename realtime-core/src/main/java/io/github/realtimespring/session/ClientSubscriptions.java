/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The subscriptions of one session. Commands change it one at a time; the end of the
 * session may come at any moment, and nothing can be added after it.
 */
final class ClientSubscriptions {

	/** Made with the first subscription. Guarded by this. */
	private @Nullable Map<String, ClientSubscription> byIdentifier;

	private boolean closed;

	synchronized boolean add(ClientSubscription subscription) {
		if (this.closed) {
			return false;
		}
		if (this.byIdentifier == null) {
			this.byIdentifier = new HashMap<>(4);
		}
		this.byIdentifier.put(subscription.identifier(), subscription);
		return true;
	}

	synchronized @Nullable ClientSubscription get(String identifier) {
		return (this.byIdentifier != null) ? this.byIdentifier.get(identifier) : null;
	}

	synchronized @Nullable ClientSubscription remove(String identifier) {
		return (this.byIdentifier != null) ? this.byIdentifier.remove(identifier) : null;
	}

	synchronized int size() {
		return (this.byIdentifier != null) ? this.byIdentifier.size() : 0;
	}

	/** Close and answer with what there was. */
	synchronized List<ClientSubscription> close() {
		this.closed = true;
		List<ClientSubscription> all = (this.byIdentifier != null) ? new ArrayList<>(this.byIdentifier.values())
				: List.of();
		this.byIdentifier = null;
		return all;
	}

}
