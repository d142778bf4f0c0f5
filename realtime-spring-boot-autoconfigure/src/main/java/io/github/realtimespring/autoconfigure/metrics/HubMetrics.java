/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.metrics;

import io.github.realtimespring.hub.Hub;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Meters of what is fanned out on this instance.
 */
class HubMetrics implements MeterBinder {

	private final Hub hub;

	HubMetrics(Hub hub) {
		this.hub = hub;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Meters meters = new Meters(registry);
		meters.gauge("realtime.streams", "Streams with subscribers", this.hub::streams);
		meters.gauge("realtime.subscriptions", "Subscriptions to streams", this.hub::subscriptions);
		meters.counter("realtime.broadcasts", "Publications that were fanned out", this.hub::publications);
		meters.counter("realtime.deliveries", "Messages that were put into clients' outboxes", this.hub::deliveries);
		meters.gauge("realtime.fanout.queued", "Publications that wait to be fanned out", this.hub::waiting);
		meters.counter("realtime.fanout.healed", "Publications that came late, from the history", this.hub::healed);
		meters.counter("realtime.fanout.gaps", "Times that publications were lost to all subscribers of a stream",
				this.hub::gaps);
	}

}
