/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.github.realtimespring.channel.SubscribeDecision;
import io.github.realtimespring.session.SessionCounters.CommandResult;
import io.github.realtimespring.session.SessionFixture.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static io.github.realtimespring.Eventually.eventually;
import static io.github.realtimespring.session.SessionFixture.TEST;
import static io.github.realtimespring.session.SessionFixture.confirmation;
import static io.github.realtimespring.session.SessionFixture.publicStream;
import static io.github.realtimespring.session.SessionFixture.rejection;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a subscribe that is repeated: the rule of what stock clients need.
 */
class DuplicateSubscribeTests {

	private static final String A = publicStream("a");

	private final SessionFixture fixture = new SessionFixture();

	private final Client client = this.fixture.open();

	@AfterEach
	void stop() {
		this.fixture.registry.sessions().forEach(Session::drop);
		this.fixture.assertThatNothingIsLeft();
		this.fixture.close();
	}

	@Test
	@DisplayName("A10: what repeats an unanswered subscribe shares its answer")
	void a10UnansweredRepetitionsShareTheAnswer() {
		CompletableFuture<Void> pending = new CompletableFuture<>();
		this.fixture.backend.onSubscribe((stream) -> pending);
		for (int i = 0; i < 4; i++) {
			this.client.command("subscribe", A);
			this.fixture.pass(Duration.ofSeconds(5));
		}
		pending.complete(null);
		eventually(() -> assertThat(this.client.answers()).containsExactly(confirmation(A)));
		this.client.settle();
		assertThat(this.client.answers()).containsExactly(confirmation(A));
		assertThat(this.fixture.count(CommandResult.DUPLICATE)).isEqualTo(3);
		assertThat(this.fixture.backend.calls("a")).containsExactly("subscribe");
	}

	@Test
	@DisplayName("A10: repetitions that wait behind other commands share the answer as well")
	void a10RepetitionsInTheMailboxShareTheAnswer() {
		CompletableFuture<SubscribeDecision> pending = new CompletableFuture<>();
		this.fixture.channel.onSubscribe = (request) -> pending;
		this.client.command("subscribe", TEST);
		this.client.command("subscribe", A);
		this.client.command("subscribe", A);
		this.client.command("subscribe", TEST);
		pending.complete(SubscribeDecision.reject());
		this.client.settle();
		assertThat(this.client.answers()).containsExactlyInAnyOrder(rejection(TEST), confirmation(A));
	}

	@Test
	@DisplayName("A10: within three seconds of the confirmation there is no second one, later there is")
	void a10RepetitionsThatMayHaveCrossedTheConfirmationGetNone() {
		this.client.subscribe(A);
		for (int i = 0; i < 3; i++) {
			this.client.command("subscribe", A);
			this.client.settle();
			assertThat(this.client.answers()).hasSize(1);
			this.fixture.pass((i < 2) ? Duration.ofMillis(1_000) : Duration.ofMillis(999));
		}
		this.client.command("subscribe", A);
		this.client.settle();
		assertThat(this.client.answers()).hasSize(1);
		this.fixture.pass(Duration.ofMillis(1));
		this.client.command("subscribe", A);
		this.client.settle();
		assertThat(this.client.answers()).containsExactly(confirmation(A), confirmation(A));
		assertThat(this.fixture.count(CommandResult.DUPLICATE)).isEqualTo(5);
		assertThat(this.fixture.hub.subscriptions("a")).isEqualTo(1);
	}

	@Test
	@DisplayName("A10: each later confirmation starts its own three seconds")
	void a10EveryConfirmationCounts() {
		this.client.subscribe(A);
		for (int i = 2; i <= 4; i++) {
			this.fixture.pass(Duration.ofSeconds(3));
			this.client.command("subscribe", A);
			this.client.command("subscribe", A);
			this.client.settle();
			assertThat(this.client.answers()).hasSize(i).containsOnly(confirmation(A));
		}
	}

	@Test
	@DisplayName("A10: after an unsubscribe a subscribe is new and confirmed at once")
	void a10ConfirmedAgainAfterUnsubscribe() {
		for (int i = 1; i <= 3; i++) {
			this.client.command("subscribe", A);
			this.client.command("unsubscribe", A);
			this.client.settle();
			assertThat(this.client.answers()).hasSize(i).containsOnly(confirmation(A));
		}
		assertThat(this.fixture.count(CommandResult.DUPLICATE)).isZero();
	}

	@Test
	@DisplayName("A10: subscribe, unsubscribe, subscribe in one go are two subscriptions with two confirmations")
	void a10UnsubscribeBetweenTwoUnansweredSubscribes() {
		CompletableFuture<Void> pending = new CompletableFuture<>();
		this.fixture.backend.onSubscribe((stream) -> pending);
		this.client.command("subscribe", A);
		this.client.command("unsubscribe", A);
		this.client.command("subscribe", A);
		this.client.command("subscribe", A);
		pending.complete(null);
		this.client.settle();
		eventually(() -> assertThat(this.client.answers()).containsExactly(confirmation(A), confirmation(A)));
		assertThat(this.fixture.backend.calls("a")).containsExactly("subscribe", "unsubscribe", "subscribe");
		assertThat(this.fixture.count(CommandResult.DUPLICATE)).isEqualTo(1);
	}

	@Test
	@DisplayName("A10: what was rejected is answered each time")
	void a10RejectionsAreAlwaysAnswered() {
		this.fixture.channel.onSubscribe = (request) -> CompletableFuture.completedFuture(SubscribeDecision.reject());
		for (int i = 1; i <= 3; i++) {
			this.client.command("subscribe", TEST);
			this.client.settle();
			assertThat(this.client.answers()).hasSize(i).containsOnly(rejection(TEST));
		}
		assertThat(this.fixture.count(CommandResult.DUPLICATE)).isZero();
	}

	@Test
	@DisplayName("A10: the rule looks at one connection, others are confirmed by themselves")
	void a10OtherConnectionsAreConfirmed() {
		this.client.subscribe(A);
		Client other = this.fixture.open();
		other.subscribe(A);
		assertThat(this.client.answers()).hasSize(1);
		this.client.gone();
		this.fixture.open().subscribe(A);
	}

}
