/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.metrics;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

import io.github.realtimespring.autoconfigure.PublicationSource;
import io.github.realtimespring.broadcast.PublishResult;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Observes publishing.
 */
class PublishObserver implements PublishMeasurement {

	private static final PublishObservationConvention DEFAULT = new DefaultPublishObservationConvention();

	private final ObservationRegistry registry;

	private final @Nullable PublishObservationConvention convention;

	PublishObserver(ObservationRegistry registry, @Nullable PublishObservationConvention convention) {
		this.registry = registry;
		this.convention = convention;
	}

	@Override
	public Publishing begin(int publications) {
		PublishObservationContext context = new PublishObservationContext(PublicationSource.current(), publications);
		return new Observed(context,
				RealtimeObservationDocumentation.PUBLISH
					.observation(this.convention, DEFAULT, () -> context, this.registry)
					.start());
	}

	/**
	 * Publishing that is observed.
	 */
	private static final class Observed implements Publishing {

		private final PublishObservationContext context;

		private final Observation observation;

		Observed(PublishObservationContext context, Observation observation) {
			this.context = context;
			this.observation = observation;
		}

		@Override
		public <T> T run(Supplier<T> call) {
			Observation.Scope scope = this.observation.openScope();
			try {
				return call.get();
			}
			finally {
				scope.close();
			}
		}

		@Override
		public void ended(List<PublishResult> results) {
			this.context.outcome(PublishOutcome.of(results));
			this.observation.stop();
		}

		@Override
		public void failed(Throwable failure) {
			this.context.outcome(PublishOutcome.of(failure));
			Throwable cause = failure.getCause();
			this.observation.error((failure instanceof CompletionException && cause != null) ? cause : failure);
			this.observation.stop();
		}

	}

}
