/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.metrics;

import io.github.realtimespring.history.InMemoryHistory;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Meters of what is kept in memory.
 */
class HistoryMetrics implements MeterBinder {

	private final InMemoryHistory history;

	HistoryMetrics(InMemoryHistory history) {
		this.history = history;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Meters meters = new Meters(registry);
		meters.gaugeOfBytes("realtime.history.bytes", "Payload bytes that are kept in memory", this.history::bytes);
		meters.gauge("realtime.history.streams", "Streams that something is kept of", this.history::streams);
	}

}
