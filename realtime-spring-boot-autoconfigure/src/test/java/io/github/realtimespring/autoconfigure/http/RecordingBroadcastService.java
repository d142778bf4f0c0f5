/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.realtimespring.broadcast.BroadcastService;
import io.github.realtimespring.broadcast.Payload;
import io.github.realtimespring.broadcast.Publication;
import io.github.realtimespring.broadcast.PublishResult;
import io.github.realtimespring.broadcast.PublishResult.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what it was asked to publish.
 */
public class RecordingBroadcastService implements BroadcastService {

	private final List<Publication> publications = new CopyOnWriteArrayList<>();

	private final List<String> disconnects = new CopyOnWriteArrayList<>();

	private volatile Outcome outcome = Outcome.ACCEPTED;

	private volatile @Nullable RuntimeException failure;

	public List<Publication> publications() {
		return this.publications;
	}

	public List<String> messages() {
		return this.publications.stream().map(RecordingBroadcastService::describe).toList();
	}

	List<String> disconnects() {
		return this.disconnects;
	}

	void yields(Outcome outcome) {
		this.outcome = outcome;
	}

	void fails(@Nullable RuntimeException failure) {
		this.failure = failure;
	}

	public void reset() {
		this.publications.clear();
		this.disconnects.clear();
		this.outcome = Outcome.ACCEPTED;
		this.failure = null;
	}

	private static String describe(Publication publication) {
		Payload payload = publication.payload();
		return publication.stream() + " " + payload.kind() + " " + new String(payload.bytes(), StandardCharsets.UTF_8);
	}

	@Override
	public List<PublishResult> publishAll(List<Publication> publications) {
		if (this.failure != null) {
			throw this.failure;
		}
		this.publications.addAll(publications);
		return publications.stream().map((publication) -> new PublishResult(this.outcome, null, 0)).toList();
	}

	@Override
	public CompletionStage<Integer> disconnect(String identifiers, boolean reconnect) {
		if (this.failure != null) {
			return CompletableFuture.failedStage(this.failure);
		}
		this.disconnects.add(identifiers + " " + reconnect);
		return CompletableFuture.completedStage(1);
	}

	@Override
	public PublishResult publish(String stream, @Nullable Object payload) {
		throw new UnsupportedOperationException();
	}

	@Override
	public PublishResult publish(String stream, @Nullable Object payload, Exclude exclude) {
		throw new UnsupportedOperationException();
	}

	@Override
	public PublishResult publishJson(String stream, String json) {
		throw new UnsupportedOperationException();
	}

	@Override
	public CompletionStage<PublishResult> publishAsync(String stream, @Nullable Object payload) {
		throw new UnsupportedOperationException();
	}

	@Override
	public CompletionStage<List<PublishResult>> publishAllAsync(List<Publication> publications) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Payload payload(@Nullable Object payload) {
		throw new UnsupportedOperationException();
	}

}
