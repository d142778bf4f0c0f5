/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.realtimespring.channel.ChannelHandler;
import io.github.realtimespring.channel.ChannelSubscription;
import io.github.realtimespring.channel.SubscribeDecision;
import io.github.realtimespring.channel.SubscribeRequest;

/**
 * A channel that does what a test tells it, and notes what it was called for. Calls for
 * one connection that overlap are kept as violations.
 */
final class TestChannel implements ChannelHandler {

	private final List<String> calls = new ArrayList<>();

	private final List<String> violations = new ArrayList<>();

	private final Map<String, AtomicInteger> running = new ConcurrentHashMap<>();

	volatile boolean blocking = true;

	volatile Function<SubscribeRequest, CompletionStage<SubscribeDecision>> onSubscribe = (request) -> CompletableFuture
		.completedFuture(SubscribeDecision.confirm(List.of("test")));

	volatile BiFunction<ChannelSubscription, String, CompletionStage<Void>> onPerform = (subscription,
			data) -> CompletableFuture.completedFuture(null);

	volatile Runnable onUnsubscribed = () -> {
	};

	@Override
	public CompletionStage<SubscribeDecision> subscribe(SubscribeRequest request) {
		return called(request.connectionId(), "subscribe", () -> this.onSubscribe.apply(request));
	}

	@Override
	public CompletionStage<Void> perform(ChannelSubscription subscription, String data) {
		return called(subscription.connectionId(), data, () -> this.onPerform.apply(subscription, data));
	}

	@Override
	public void unsubscribed(ChannelSubscription subscription) {
		called(subscription.connectionId(), "unsubscribed", () -> {
			this.onUnsubscribed.run();
			return CompletableFuture.completedFuture(null);
		});
	}

	@Override
	public boolean blocking() {
		return this.blocking;
	}

	List<String> calls() {
		synchronized (this.calls) {
			return List.copyOf(this.calls);
		}
	}

	long count(String call) {
		return calls().stream().filter(call::equals).count();
	}

	List<String> violations() {
		synchronized (this.violations) {
			return List.copyOf(this.violations);
		}
	}

	private <T> CompletionStage<T> called(String connection, String call, Supplier<CompletionStage<T>> action) {
		synchronized (this.calls) {
			this.calls.add(call);
		}
		AtomicInteger running = this.running.computeIfAbsent(connection, (id) -> new AtomicInteger());
		if (running.incrementAndGet() > 1) {
			synchronized (this.violations) {
				this.violations.add(call);
			}
		}
		CompletionStage<T> stage;
		try {
			stage = action.get();
		}
		catch (RuntimeException ex) {
			running.decrementAndGet();
			throw ex;
		}
		if (stage == null) {
			running.decrementAndGet();
			return null;
		}
		return stage.whenComplete((result, ex) -> running.decrementAndGet());
	}

}
