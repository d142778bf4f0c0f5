/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.metrics;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.github.realtimespring.broadcast.BroadcastService;
import io.github.realtimespring.broadcast.Payload;
import io.github.realtimespring.broadcast.Publication;
import io.github.realtimespring.broadcast.PublishResult;
import io.github.realtimespring.broadcast.PublishResult.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A broadcast service whose outcomes are told beforehand.
 */
class PlainBroadcastService implements BroadcastService {

	private Outcome outcome = Outcome.ACCEPTED;

	private @Nullable RuntimeException failure;

	static PlainBroadcastService with(Outcome outcome) {
		PlainBroadcastService service = new PlainBroadcastService();
		service.outcome = outcome;
		return service;
	}

	static PlainBroadcastService failing(RuntimeException failure) {
		PlainBroadcastService service = new PlainBroadcastService();
		service.failure = failure;
		return service;
	}

	@Override
	public PublishResult publish(String stream, @Nullable Object payload) {
		if (this.failure != null) {
			throw this.failure;
		}
		return new PublishResult(this.outcome, null, 0);
	}

	@Override
	public PublishResult publish(String stream, @Nullable Object payload, Exclude exclude) {
		return publish(stream, payload);
	}

	@Override
	public PublishResult publishJson(String stream, String json) {
		return publish(stream, json);
	}

	@Override
	public CompletionStage<PublishResult> publishAsync(String stream, @Nullable Object payload) {
		return (this.failure != null) ? CompletableFuture.failedFuture(this.failure)
				: CompletableFuture.completedFuture(publish(stream, payload));
	}

	@Override
	public List<PublishResult> publishAll(List<Publication> publications) {
		return publications.stream().map((publication) -> publish(publication.stream(), null)).toList();
	}

	@Override
	public CompletionStage<List<PublishResult>> publishAllAsync(List<Publication> publications) {
		return CompletableFuture.supplyAsync(() -> publishAll(publications));
	}

	@Override
	public CompletionStage<Integer> disconnect(String identifiers, boolean reconnect) {
		return CompletableFuture.completedFuture(0);
	}

	@Override
	public Payload payload(@Nullable Object payload) {
		return Payload.text(String.valueOf(payload));
	}

}
