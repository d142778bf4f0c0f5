/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.metrics;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.realtimespring.autoconfigure.metrics.PublishMeasurement.Publishing;
import io.github.realtimespring.broadcast.BroadcastService;
import io.github.realtimespring.broadcast.Payload;
import io.github.realtimespring.broadcast.Publication;
import io.github.realtimespring.broadcast.PublishResult;
import org.jspecify.annotations.Nullable;

/**
 * Measures everything that is published through a {@link BroadcastService}.
 */
final class MeasuredBroadcastService implements BroadcastService {

	private final BroadcastService delegate;

	private final PublishMeasurement measurement;

	MeasuredBroadcastService(BroadcastService delegate, PublishMeasurement measurement) {
		this.delegate = delegate;
		this.measurement = measurement;
	}

	@Override
	public PublishResult publish(String stream, @Nullable Object payload) {
		return measure(1, () -> this.delegate.publish(stream, payload), List::of);
	}

	@Override
	public PublishResult publish(String stream, @Nullable Object payload, Exclude exclude) {
		return measure(1, () -> this.delegate.publish(stream, payload, exclude), List::of);
	}

	@Override
	public PublishResult publishJson(String stream, String json) {
		return measure(1, () -> this.delegate.publishJson(stream, json), List::of);
	}

	@Override
	public CompletionStage<PublishResult> publishAsync(String stream, @Nullable Object payload) {
		return measureAsync(1, () -> this.delegate.publishAsync(stream, payload), List::of);
	}

	@Override
	public List<PublishResult> publishAll(List<Publication> publications) {
		return measure(publications.size(), () -> this.delegate.publishAll(publications), Function.identity());
	}

	@Override
	public CompletionStage<List<PublishResult>> publishAllAsync(List<Publication> publications) {
		return measureAsync(publications.size(), () -> this.delegate.publishAllAsync(publications),
				Function.identity());
	}

	@Override
	public CompletionStage<Integer> disconnect(String identifiers, boolean reconnect) {
		return this.delegate.disconnect(identifiers, reconnect);
	}

	@Override
	public Payload payload(@Nullable Object payload) {
		return this.delegate.payload(payload);
	}

	private <T> T measure(int publications, Supplier<T> publish, Function<T, List<PublishResult>> results) {
		Publishing publishing = this.measurement.begin(publications);
		try {
			T result = publishing.run(publish);
			publishing.ended(results.apply(result));
			return result;
		}
		catch (RuntimeException | Error ex) {
			publishing.failed(ex);
			throw ex;
		}
	}

	private <T> CompletionStage<T> measureAsync(int publications, Supplier<CompletionStage<T>> publish,
			Function<T, List<PublishResult>> results) {
		Publishing publishing = this.measurement.begin(publications);
		try {
			return publishing.run(publish).whenComplete((result, ex) -> {
				if (ex != null) {
					publishing.failed(ex);
				}
				else {
					publishing.ended(results.apply(result));
				}
			});
		}
		catch (RuntimeException | Error ex) {
			publishing.failed(ex);
			throw ex;
		}
	}

}
