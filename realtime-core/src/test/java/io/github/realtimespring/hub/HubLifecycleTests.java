/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.hub;

import java.util.List;

import io.github.realtimespring.broadcast.RecordingBackend;
import io.github.realtimespring.hub.HubFixture.Client;
import org.junit.jupiter.api.Test;

import static io.github.realtimespring.Eventually.noThread;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for start and stop of {@link Hub}.
 */
class HubLifecycleTests {

	private final RecordingBackend backend = new RecordingBackend();

	private final HubFixture fixture = new HubFixture(3, 100, this.backend, HubFixture.history(1));

	@Test
	void threadsEndWithTheHubAndComeBackWithIt() {
		for (int i = 0; i < 3; i++) {
			assertThat(threads()).isEqualTo(3);
			this.fixture.hub.start();
			assertThat(threads()).isEqualTo(3);
			this.fixture.hub.stop();
			this.fixture.hub.stop();
			noThread("realtime-shard");
			this.fixture.hub.start();
		}
		this.fixture.close();
	}

	@Test
	void whatWasQueuedBeforeTheStopIsDelivered() {
		Client client = this.fixture.client(0);
		client.subscribe("a");
		for (int i = 0; i < 90; i++) {
			this.fixture.publish("a", i);
		}
		this.fixture.hub.stop();
		assertThat(client.messages()).isEqualTo(HubDeliveryTests.numbers(0, 90));
		this.fixture.close();
	}

	@Test
	void subscriptionsThatEndWhileTheHubIsStoppedAreGoneWhenItStartsAgain() {
		Client client = this.fixture.client(1);
		Subscription subscription = client.subscribe("a");
		this.fixture.hub.stop();
		client.unsubscribe(subscription);
		assertThat(this.fixture.hub.subscriptions()).isZero();
		this.fixture.hub.start();
		this.fixture.assertThatNothingIsLeft();
		assertThat(this.backend.calls("a")).isEqualTo(List.of("subscribe", "unsubscribe"));
		Client fresh = this.fixture.client(1);
		fresh.subscribe("a");
		this.fixture.publish("a", 1);
		this.fixture.settle();
		assertThat(fresh.messages()).containsExactly("1");
		assertThat(client.messages()).isEmpty();
		this.fixture.close();
	}

	private static long threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("realtime-shard"))
			.count();
	}

}
