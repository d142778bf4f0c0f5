/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.metrics;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

import io.github.realtimespring.autoconfigure.PublicationSource;
import io.github.realtimespring.broadcast.PublishResult;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Counts what the application's code publishes. What came over HTTP is counted where its
 * refusals are known as well.
 */
class CodePublications implements PublishMeasurement, MeterBinder {

	private final LongAdder[] counts = Stream.of(PublishOutcome.values())
		.map((outcome) -> new LongAdder())
		.toArray(LongAdder[]::new);

	@Override
	public void bindTo(MeterRegistry registry) {
		Meters meters = new Meters(registry);
		for (PublishOutcome outcome : PublishOutcome.values()) {
			meters.publications(PublicationSource.CODE.tag(), Meters.tag(outcome), this.counts[outcome.ordinal()]::sum);
		}
	}

	@Override
	public Publishing begin(int publications) {
		return new Counted(publications, PublicationSource.current() == PublicationSource.CODE);
	}

	/**
	 * Publications that are under way.
	 */
	private final class Counted implements Publishing {

		private final int publications;

		private final boolean count;

		Counted(int publications, boolean count) {
			this.publications = publications;
			this.count = count;
		}

		@Override
		public void ended(List<PublishResult> results) {
			for (PublishResult result : results) {
				add(PublishOutcome.of(result), 1);
			}
		}

		@Override
		public void failed(Throwable failure) {
			add(PublishOutcome.of(failure), this.publications);
		}

		private void add(PublishOutcome outcome, int number) {
			if (this.count) {
				CodePublications.this.counts[outcome.ordinal()].add(number);
			}
		}

	}

}
