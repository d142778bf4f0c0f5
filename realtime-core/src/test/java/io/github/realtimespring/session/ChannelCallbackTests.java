/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

import io.github.realtimespring.channel.SubscribeDecision;
import io.github.realtimespring.protocol.DisconnectReason;
import io.github.realtimespring.session.SessionCounters.CommandResult;
import io.github.realtimespring.session.SessionFixture.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.realtimespring.Eventually.eventually;
import static io.github.realtimespring.Eventually.until;
import static io.github.realtimespring.session.SessionFixture.TEST;
import static io.github.realtimespring.session.SessionFixture.rejection;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what a channel is told of the subscriptions it confirmed, whether it may
 * block or not.
 */
class ChannelCallbackTests {

	private static final String TEST2 = "{\"channel\":\"test\",\"n\":2}";

	private final SessionFixture fixture = new SessionFixture();

	private final TestChannel channel = this.fixture.channel;

	private final Client client = this.fixture.open();

	@AfterEach
	void stop() {
		this.client.gone();
		this.fixture.assertThatNothingIsLeft();
		assertThat(this.channel.violations()).isEmpty();
		this.fixture.close();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void endOfASubscriptionIsToldOnce(boolean blocking) {
		this.channel.blocking = blocking;
		this.client.subscribe(TEST).subscribe(TEST2);
		this.client.command("unsubscribe", TEST);
		this.client.command("unsubscribe", TEST);
		this.client.settle();
		assertThat(this.channel.calls()).containsExactly("subscribe", "subscribe", "unsubscribed");
		this.client.session.disconnect(DisconnectReason.REMOTE, false);
		this.client.gone();
		eventually(() -> assertThat(this.channel.count("unsubscribed")).isEqualTo(2));
		this.client.session.closed(1000);
		assertThat(this.channel.count("unsubscribed")).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void nextSubscribeWaitsForTheEndOfTheLast(boolean blocking) {
		this.channel.blocking = blocking;
		this.channel.onUnsubscribed = Thread::yield;
		for (int i = 1; i <= 200; i++) {
			this.client.command("subscribe", TEST);
			this.client.command("unsubscribe", TEST);
		}
		this.client.settle();
		assertThat(this.channel.calls()).hasSize(400).startsWith("subscribe", "unsubscribed", "subscribe");
		assertThat(this.channel.violations()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void endOfTheConnectionIsToldAfterTheActionThatIsRunning(boolean blocking) {
		this.channel.blocking = blocking;
		CompletableFuture<Void> running = new CompletableFuture<>();
		this.channel.onPerform = (subscription, data) -> running;
		this.client.subscribe(TEST).subscribe(TEST2);
		this.client.perform("running");
		this.client.perform("never called");
		until(() -> this.channel.count("running") == 1);
		this.client.gone();
		assertThat(this.fixture.hub.subscriptions()).isZero();
		assertThat(this.channel.count("unsubscribed")).isZero();
		running.complete(null);
		eventually(() -> assertThat(this.channel.calls()).containsExactly("subscribe", "subscribe", "running",
				"unsubscribed", "unsubscribed"));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void connectionThatEndsDuringTheDecisionLeavesNoSubscription(boolean blocking) {
		this.channel.blocking = blocking;
		CompletableFuture<SubscribeDecision> pending = new CompletableFuture<>();
		this.channel.onSubscribe = (request) -> pending;
		this.client.command("subscribe", TEST);
		until(() -> this.channel.count("subscribe") == 1);
		this.client.gone();
		pending.complete(SubscribeDecision.confirm(List.of("a")));
		eventually(() -> assertThat(this.channel.calls()).containsExactly("subscribe", "unsubscribed"));
		assertThat(this.fixture.backend.calls("a")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void connectionThatEndsBeforeTheBackendIsReadyLeavesNoSubscription(boolean fails) {
		CompletableFuture<Void> pending = new CompletableFuture<>();
		this.fixture.backend.onSubscribe((stream) -> pending);
		this.client.command("subscribe", TEST);
		until(() -> this.fixture.hub.streams() == 1);
		this.client.gone();
		assertThat(this.fixture.backend.calls("test")).containsExactly("subscribe", "unsubscribe");
		if (fails) {
			pending.completeExceptionally(new IllegalStateException());
		}
		else {
			pending.complete(null);
		}
		eventually(() -> assertThat(this.channel.calls()).containsExactly("subscribe", "unsubscribed"));
		assertThat(this.client.answers()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void channelThatFailsToDecideRejects(boolean blocking) {
		this.channel.blocking = blocking;
		this.channel.onSubscribe = (request) -> {
			throw new IllegalStateException("expected by the test");
		};
		this.client.command("subscribe", TEST);
		this.client.settle();
		this.channel.onSubscribe = (request) -> CompletableFuture.failedFuture(new IllegalStateException());
		this.client.command("subscribe", TEST);
		this.client.settle();
		this.channel.onSubscribe = (request) -> null;
		this.client.command("subscribe", TEST);
		this.client.settle();
		this.channel.onSubscribe = (request) -> CompletableFuture.completedFuture(null);
		this.client.command("subscribe", TEST);
		this.client.settle();
		assertThat(this.client.answers()).hasSize(4).containsOnly(rejection(TEST));
		assertThat(this.channel.count("unsubscribed")).isZero();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void actionThatFailsIsCountedAndTheNextOneComes(boolean blocking) {
		this.channel.blocking = blocking;
		this.client.subscribe(TEST);
		this.channel.onPerform = (subscription, data) -> {
			throw new IllegalStateException("expected by the test");
		};
		this.client.perform("1");
		this.client.settle();
		this.channel.onPerform = (subscription, data) -> CompletableFuture.failedFuture(new IllegalStateException());
		this.client.perform("2");
		this.client.settle();
		this.channel.onPerform = (subscription, data) -> null;
		this.client.perform("3");
		this.client.settle();
		assertThat(this.fixture.count(CommandResult.FAILED)).isEqualTo(3 + 3);
		assertThat(this.channel.calls()).endsWith("1", "2", "3");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void channelThatFailsWhenItIsToldTheEndHarmsNobody(boolean blocking) {
		this.channel.blocking = blocking;
		this.channel.onUnsubscribed = () -> {
			throw new IllegalStateException("expected by the test");
		};
		this.client.subscribe(TEST);
		this.client.command("unsubscribe", TEST);
		this.client.subscribe(TEST).subscribe(TEST2);
		this.client.gone();
		eventually(() -> assertThat(this.channel.count("unsubscribed")).isEqualTo(3));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void endIsNotHeldUpWhenNobodyIsLeftToTellTheChannel(boolean byTheClient) {
		this.client.subscribe(TEST).subscribe(TEST2);
		this.fixture.callbacks = (task) -> {
			throw new RejectedExecutionException("expected by the test");
		};
		if (byTheClient) {
			this.client.command("unsubscribe", TEST);
			this.client.settle();
		}
		this.client.gone();
		this.fixture.assertThatNothingIsLeft();
	}

}
