/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.broadcast;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

import io.github.realtimespring.broadcast.PublishResult.Outcome;

/**
 * A backend that delivers at once and keeps in mind who subscribed to what. A test may
 * decide how a subscription ends.
 */
public final class RecordingBackend implements Backend {

	private final ConcurrentMap<String, List<String>> calls = new ConcurrentHashMap<>();

	private volatile Function<String, CompletionStage<Void>> onSubscribe = (stream) -> CompletableFuture
		.completedFuture(null);

	private volatile Runnable onUnsubscribe = () -> {
	};

	private volatile Runnable onStart = () -> {
	};

	private volatile BackendSink sink;

	@Override
	public void start(BackendSink sink) {
		this.onStart.run();
		this.sink = sink;
	}

	@Override
	public void stop() {
		this.sink = null;
	}

	@Override
	public CompletionStage<List<PublishResult>> publish(List<Publication> publications) {
		BackendSink sink = this.sink;
		if (sink == null) {
			return CompletableFuture.failedFuture(new PublishException("not running"));
		}
		List<PublishResult> results = new ArrayList<>();
		for (Publication publication : publications) {
			sink.deliver(publication);
			results.add(new PublishResult(Outcome.ACCEPTED, publication.position(), 0));
		}
		return CompletableFuture.completedFuture(results);
	}

	@Override
	public CompletionStage<Void> subscribe(String stream) {
		record(stream, "subscribe");
		return this.onSubscribe.apply(stream);
	}

	@Override
	public void unsubscribe(String stream) {
		record(stream, "unsubscribe");
		this.onUnsubscribe.run();
	}

	@Override
	public CompletionStage<Integer> execute(RemoteCommand command) {
		return CompletableFuture.completedFuture(this.sink.execute(command));
	}

	/** Where this backend puts what it receives. */
	public BackendSink sink() {
		return this.sink;
	}

	public void onSubscribe(Function<String, CompletionStage<Void>> onSubscribe) {
		this.onSubscribe = onSubscribe;
	}

	public void onUnsubscribe(Runnable onUnsubscribe) {
		this.onUnsubscribe = onUnsubscribe;
	}

	public void onStart(Runnable onStart) {
		this.onStart = onStart;
	}

	/** What was called for a stream, in order. */
	public List<String> calls(String stream) {
		List<String> calls = this.calls.getOrDefault(stream, List.of());
		synchronized (calls) {
			return List.copyOf(calls);
		}
	}

	/**
	 * Whether for every stream the calls alternate, subscribe first and unsubscribe last.
	 */
	public boolean isBalanced() {
		return this.calls.keySet().stream().allMatch((stream) -> {
			List<String> calls = calls(stream);
			for (int i = 0; i < calls.size(); i++) {
				if (!calls.get(i).equals((i % 2 == 0) ? "subscribe" : "unsubscribe")) {
					return false;
				}
			}
			return calls.size() % 2 == 0;
		});
	}

	private void record(String stream, String call) {
		List<String> calls = this.calls.computeIfAbsent(stream, (name) -> new ArrayList<>());
		synchronized (calls) {
			calls.add(call);
		}
	}

}
