/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.hub;

import java.util.ArrayList;
import java.util.List;

import io.github.realtimespring.connection.Outbox;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The outboxes that a shard put something into and has not flushed yet. Flushing after a
 * batch lets several messages to one connection leave in one write. Only touched by the
 * thread of its shard.
 */
final class DirtyOutboxes {

	private static final Log logger = LogFactory.getLog(DirtyOutboxes.class);

	private final List<Outbox> outboxes = new ArrayList<>();

	void add(Outbox outbox) {
		if (outbox.mark()) {
			this.outboxes.add(outbox);
		}
	}

	void flush() {
		for (Outbox outbox : this.outboxes) {
			try {
				outbox.flushMarked();
			}
			catch (RuntimeException | Error ex) {
				logger.error("A shard failed to flush a connection and goes on with the next", ex);
			}
		}
		this.outboxes.clear();
	}

}
