/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.metrics;

import java.util.List;

import io.github.realtimespring.autoconfigure.PublicationSource;
import io.github.realtimespring.autoconfigure.http.PublicationCounts;
import io.github.realtimespring.autoconfigure.http.PublicationFailure;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Meters of what came to the endpoints for publishers.
 */
class PublicationMetrics implements MeterBinder {

	private final PublicationCounts counts;

	PublicationMetrics(PublicationCounts counts) {
		this.counts = counts;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Meters meters = new Meters(registry);
		for (PublicationSource source : List.of(PublicationSource.HTTP, PublicationSource.API)) {
			meters.publications(source.tag(), "accepted", () -> this.counts.accepted(source));
			for (PublicationFailure reason : PublicationFailure.values()) {
				meters.publications(source.tag(), Meters.tag(reason), () -> this.counts.count(source, reason));
			}
		}
	}

}
