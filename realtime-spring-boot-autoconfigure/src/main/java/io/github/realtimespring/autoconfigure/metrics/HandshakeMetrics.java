/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.metrics;

import io.github.realtimespring.autoconfigure.websocket.HandshakeCounters;
import io.github.realtimespring.autoconfigure.websocket.HandshakeOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Meters of handshakes.
 */
class HandshakeMetrics implements MeterBinder {

	private final HandshakeCounters counters;

	HandshakeMetrics(HandshakeCounters counters) {
		this.counters = counters;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Meters meters = new Meters(registry);
		for (HandshakeOutcome outcome : HandshakeOutcome.values()) {
			meters.counter("realtime.handshakes", "Handshakes at the cable endpoints",
					() -> this.counters.count(outcome), "outcome", outcome.tag());
		}
	}

}
