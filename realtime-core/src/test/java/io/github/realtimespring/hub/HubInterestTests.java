/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.realtimespring.broadcast.RecordingBackend;
import io.github.realtimespring.hub.HubFixture.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the interest of {@link Hub} in streams: the backend receives a stream exactly
 * as long as somebody here does.
 */
class HubInterestTests {

	private static final RuntimeException FAILURE = new IllegalStateException("expected by the test");

	private final RecordingBackend backend = new RecordingBackend();

	private final HubFixture fixture = new HubFixture(4, 1000, this.backend, HubFixture.history(1));

	@AfterEach
	void nothingIsLeft() {
		try (this.fixture) {
			this.fixture.assertThatNothingIsLeft();
			assertThat(this.backend.isBalanced()).isTrue();
		}
	}

	@Test
	void firstAndLastSubscriptionsThatRaceAreBalanced() throws Exception {
		ExecutorService later = Executors.newFixedThreadPool(2);
		this.backend.onSubscribe((stream) -> CompletableFuture.runAsync(() -> {
		}, later));
		inParallel(1_000, (random) -> {
			Client client = this.fixture.client(random.nextInt(4));
			Subscription subscription = client.to("a");
			CompletableFuture<Void> subscribed = client.subscribe(List.of(subscription));
			if (random.nextBoolean()) {
				HubFixture.await(subscribed);
			}
			client.unsubscribe(subscription);
		});
		assertThat(this.backend.calls("a").size()).isGreaterThanOrEqualTo(2);
		later.shutdown();
	}

	@Test
	void manyStreamsThatComeAndGoAreBalanced() throws Exception {
		inParallel(2_000, (random) -> {
			Client client = this.fixture.client(random.nextInt(4));
			List<Subscription> subscriptions = new ArrayList<>();
			for (int i = random.nextInt(5); i >= 0; i--) {
				subscriptions.add(client.to("s" + random.nextInt(6)));
			}
			client.subscribe(subscriptions);
			this.fixture.publish("s" + random.nextInt(6), 1);
			subscriptions.forEach(client::unsubscribe);
			client.unsubscribe(subscriptions.toArray(Subscription[]::new));
		});
	}

	@Test
	void subscriptionsAreCounted() {
		Client one = this.fixture.client(0);
		Client two = this.fixture.client(3);
		Subscription first = one.subscribe("a");
		Subscription second = one.subscribe("b");
		Subscription third = two.subscribe("a");
		assertThat(this.fixture.hub.subscriptions("a")).isEqualTo(2);
		assertThat(this.fixture.hub.subscriptions("c")).isZero();
		assertThat(this.fixture.hub.subscriptions()).isEqualTo(3);
		assertThat(this.fixture.hub.streams()).isEqualTo(2);
		assertThat(this.backend.calls("a")).containsExactly("subscribe");
		one.unsubscribe(first, second);
		one.unsubscribe(first, second);
		assertThat(this.fixture.hub.subscriptions("a")).isEqualTo(1);
		two.unsubscribe(third);
		assertThat(this.backend.calls("a")).containsExactly("subscribe", "unsubscribe");
	}

	@Test
	void backendThatFailsToSubscribeLeavesNothing() {
		this.backend.onSubscribe((stream) -> CompletableFuture.failedFuture(FAILURE));
		assertThatSubscribingFails("a");
		this.backend.onSubscribe((stream) -> {
			throw FAILURE;
		});
		assertThatSubscribingFails("a");
		this.backend.onSubscribe((stream) -> CompletableFuture.completedFuture(null));
		Client client = this.fixture.client(1);
		Subscription subscription = client.subscribe("a");
		this.fixture.publish("a", 1);
		this.fixture.settle();
		assertThat(client.messages()).containsExactly("1");
		client.unsubscribe(subscription);
	}

	@Test
	void oneStreamThatFailsFailsAllThatWereAskedForTogether() {
		this.backend.onSubscribe((stream) -> stream.equals("b") ? CompletableFuture.failedFuture(FAILURE)
				: CompletableFuture.completedFuture(null));
		assertThatSubscribingFails("a", "b", "c");
		this.backend.onSubscribe((stream) -> {
			if (stream.equals("b")) {
				throw FAILURE;
			}
			return CompletableFuture.completedFuture(null);
		});
		assertThatSubscribingFails("a", "b", "c");
	}

	@Test
	void allWhoWaitForAStreamThatFailsAreTold() {
		CompletableFuture<Void> pending = new CompletableFuture<>();
		this.backend.onSubscribe((stream) -> pending);
		List<CompletableFuture<Void>> waiting = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			Client client = this.fixture.client(i % 4);
			waiting.add(client.subscribe(List.of(client.to("a"))));
		}
		pending.completeExceptionally(FAILURE);
		assertThat(waiting).allSatisfy((future) -> assertThat(future).isCompletedExceptionally());
		assertThat(this.backend.calls("a")).containsExactly("subscribe", "unsubscribe");
	}

	@Test
	void subscriptionThatEndsBeforeTheBackendIsReadyIsNeverConfirmed() {
		CompletableFuture<Void> pending = new CompletableFuture<>();
		this.backend.onSubscribe((stream) -> pending);
		Client leaving = this.fixture.client(0);
		Client staying = this.fixture.client(0);
		Subscription left = leaving.to("a");
		Subscription alsoLeft = leaving.to("b");
		Subscription stayed = staying.to("a");
		CompletableFuture<Void> leavingDone = leaving.subscribe(List.of(left, alsoLeft));
		CompletableFuture<Void> stayingDone = staying.subscribe(List.of(stayed));
		leaving.unsubscribe(left);
		pending.complete(null);
		HubFixture.await(leavingDone);
		HubFixture.await(stayingDone);
		this.fixture.publish("a", 1);
		this.fixture.settle();
		assertThat(leaving.connection.frames()).doesNotContain("confirmed");
		assertThat(staying.messages()).containsExactly("1");
		staying.unsubscribe(stayed);
		leaving.unsubscribe(alsoLeft);
	}

	@Test
	void lastSubscriptionThatEndsBeforeTheBackendIsReadyEndsTheInterest() {
		CompletableFuture<Void> pending = new CompletableFuture<>();
		this.backend.onSubscribe((stream) -> pending);
		Client client = this.fixture.client(2);
		Subscription subscription = client.to("a");
		CompletableFuture<Void> done = client.subscribe(List.of(subscription));
		client.unsubscribe(subscription);
		assertThat(this.backend.calls("a")).containsExactly("subscribe", "unsubscribe");
		pending.complete(null);
		HubFixture.await(done);
		assertThat(client.connection.frames()).isEmpty();
	}

	@Test
	void subscriptionToNoStreamIsActiveAtOnce() {
		Client client = this.fixture.client(2);
		HubFixture.await(client.subscribe(List.of()));
		assertThat(client.connection.frames()).containsExactly("confirmed");
	}

	@Test
	void confirmationThatFailsFailsTheSubscription() {
		Client client = this.fixture.client(2);
		List<Subscription> subscriptions = List.of(client.to("a"));
		CompletionStage<Void> done = this.fixture.hub.subscribe(client.id, subscriptions, () -> {
			throw FAILURE;
		});
		assertThatExceptionOfType(CompletionException.class)
			.isThrownBy(() -> HubFixture.await(done.toCompletableFuture()))
			.withCause(FAILURE);
		this.fixture.hub.unsubscribe(client.id, subscriptions);
	}

	@Test
	void backendThatFailsToUnsubscribeLeavesNothingHere() {
		this.backend.onUnsubscribe(() -> {
			throw FAILURE;
		});
		Client client = this.fixture.client(2);
		Subscription subscription = client.subscribe("a");
		client.unsubscribe(subscription);
		this.fixture.assertThatNothingIsLeft();
	}

	private void assertThatSubscribingFails(String... streams) {
		Client client = this.fixture.client(0);
		CompletableFuture<Void> done = client.subscribe(List.of(streams).stream().map(client::to).toList());
		assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> HubFixture.await(done))
			.withCause(FAILURE);
		this.fixture.assertThatNothingIsLeft();
		assertThat(client.connection.frames()).isEmpty();
	}

	private static void inParallel(int times, Task task) throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(8);
		List<Future<?>> running = new ArrayList<>();
		for (int i = 0; i < times; i++) {
			Random random = new Random(i);
			running.add(executor.submit(() -> task.run(random)));
		}
		for (Future<?> future : running) {
			future.get();
		}
		executor.shutdown();
	}

	private interface Task {

		void run(Random random);

	}

}
