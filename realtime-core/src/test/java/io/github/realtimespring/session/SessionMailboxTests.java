/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;

import io.github.realtimespring.channel.SubscribeDecision;
import io.github.realtimespring.protocol.DisconnectReason;
import io.github.realtimespring.session.SessionCounters.CommandResult;
import io.github.realtimespring.session.SessionFixture.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.github.realtimespring.Eventually.eventually;
import static io.github.realtimespring.Eventually.until;
import static io.github.realtimespring.session.SessionFixture.TEST;
import static io.github.realtimespring.session.SessionFixture.publicStream;
import static io.github.realtimespring.session.SessionFixture.rejection;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the commands of a session, one at a time.
 */
class SessionMailboxTests {

	private static final int BOUND = 8;

	private final SessionFixture fixture = new SessionFixture((settings) -> settings.maxQueuedCommands = BOUND);

	private final Queue<CompletableFuture<Void>> performing = new ConcurrentLinkedQueue<>();

	private final Client client = this.fixture.open().subscribe(TEST);

	@AfterEach
	void stop() {
		this.fixture.registry.sessions().forEach(Session::drop);
		this.fixture.channel.onPerform = (subscription, data) -> CompletableFuture.completedFuture(null);
		this.performing.forEach((future) -> future.complete(null));
		this.fixture.assertThatNothingIsLeft();
		this.fixture.close();
	}

	@Test
	void commandsAreHandledOneAtATimeInTheirOrderHoweverSlow() {
		this.fixture.channel.onPerform = (subscription, data) -> CompletableFuture.runAsync(() -> {
			if (data.length() % 2 == 0) {
				Thread.yield();
			}
		}, this.fixture.threads);
		for (int i = 0; i < 2_000; i++) {
			this.client.perform(String.valueOf(i));
		}
		List<String> expected = IntStream.range(0, 2_000).mapToObj(String::valueOf).toList();
		this.client.settle();
		assertThat(this.fixture.channel.calls().subList(1, 2_001)).isEqualTo(expected);
		assertThat(this.fixture.channel.violations()).isEmpty();
	}

	@Test
	void commandsThatNeedNoTimeNeedNoStack() {
		this.fixture.channel.blocking = false;
		hold();
		this.client.perform("first");
		for (int i = 0; i < 20_000; i++) {
			this.client.command("unsubscribe", "unknown");
		}
		this.fixture.channel.onPerform = (subscription, data) -> CompletableFuture.completedFuture(null);
		releaseAll();
		this.client.settle();
		assertThat(this.fixture.count(CommandResult.FAILED)).isEqualTo(20_000 + 1);
	}

	@Test
	void nothingMoreIsReadWhenTooManyCommandsWaitUntilHalfOfThemAreDone() {
		hold();
		this.client.perform("current");
		for (int i = 1; i < BOUND; i++) {
			this.client.perform("waiting");
			assertThat(this.client.connection.isSuspended()).isFalse();
		}
		this.client.perform("last");
		assertThat(this.client.connection.isSuspended()).isTrue();
		this.client.perform("was on its way");
		assertThat(this.client.connection.suspensions()).isEqualTo(1);
		for (int done = 1; this.client.connection.isSuspended(); done++) {
			until(() -> !this.performing.isEmpty());
			assertThat(done).isLessThanOrEqualTo(1 + BOUND / 2);
			int expected = done + 1;
			this.performing.remove().complete(null);
			eventually(() -> assertThat(this.fixture.channel.calls()).hasSize(1 + expected));
		}
		assertThat(this.fixture.channel.calls()).hasSize(1 + 1 + 1 + BOUND / 2);
		assertThat(this.client.connection.suspensions()).isEqualTo(1);
	}

	@Test
	void readerThatFillsTheMailboxWhileItIsToldToGoOnIsSuspendedAgain() {
		hold();
		for (int i = 0; i <= BOUND; i++) {
			this.client.perform("first");
		}
		assertThat(this.client.connection.isSuspended()).isTrue();
		Runnable once = () -> {
			this.client.connection.duringResume(() -> {
			});
			// the reader was faster: it suspended itself, and is resumed only now
			for (int i = 0; i < BOUND; i++) {
				this.client.perform("second");
			}
			assertThat(this.client.connection.isSuspended()).isTrue();
			this.client.connection.resumeReading();
		};
		this.client.connection.duringResume(once);
		while (this.client.connection.suspensions() < 2) {
			until(() -> !this.performing.isEmpty());
			this.performing.remove().complete(null);
			until(() -> this.client.connection.suspensions() > 1 || !this.performing.isEmpty());
		}
		until(this.client.connection::isSuspended);
	}

	@Test
	void otherSessionsAreNotDelayed() {
		hold();
		CompletableFuture<SubscribeDecision> never = new CompletableFuture<>();
		Client other = this.fixture.open();
		Client stuck = this.fixture.open();
		this.fixture.channel.onSubscribe = (request) -> request.connectionId().equals(stuck.session.id()) ? never
				: CompletableFuture.completedFuture(SubscribeDecision.confirm(List.of("b")));
		stuck.command("subscribe", TEST);
		stuck.command("subscribe", publicStream("a"));
		this.client.perform("never ends");
		other.subscribe(publicStream("a")).subscribe(TEST);
		assertThat(stuck.answers()).isEmpty();
		stuck.send("{\"command\":\"ping\"}");
		assertThat(stuck.answers()).containsExactly("{\"type\":\"pong\"}");
		never.complete(SubscribeDecision.reject());
		stuck.settle();
		assertThat(stuck.answers()).contains(rejection(TEST));
	}

	@Test
	void endOfASessionThatReadsNothingLetsItReadOn() {
		hold();
		for (int i = 0; i <= BOUND; i++) {
			this.client.perform("x");
		}
		this.client.connection.neverAnswerClose();
		assertThat(this.client.connection.isSuspended()).isTrue();
		this.fixture.registry.sessions().forEach((session) -> session.disconnect(DisconnectReason.REMOTE, true));
		assertThat(this.client.connection.isSuspended()).isFalse();
		releaseAll();
		this.client.gone();
		eventually(() -> assertThat(this.fixture.channel.calls()).containsExactly("subscribe", "x", "unsubscribed"));
	}

	@Test
	void sessionIsDroppedWhenNobodyIsLeftToGoOnWithItsCommands() {
		hold();
		this.client.perform("x");
		this.client.perform("y");
		until(() -> !this.performing.isEmpty());
		this.fixture.callbacks = (task) -> {
			throw new RejectedExecutionException("expected by the test");
		};
		releaseAll();
		until(this.client.connection::isDropped);
		this.fixture.callbacks = this.fixture.threads;
	}

	@Test
	void commandThatNobodyCanHandleNowGetsNoAnswer() {
		this.fixture.callbacks = (task) -> {
			throw new RejectedExecutionException("expected by the test");
		};
		Client other = this.fixture.open();
		other.command("subscribe", TEST);
		other.command("subscribe", TEST);
		assertThat(other.answers()).isEmpty();
		assertThat(this.fixture.count(CommandResult.FAILED)).isEqualTo(2);
		this.fixture.callbacks = this.fixture.threads;
		other.subscribe(TEST);
	}

	private void hold() {
		this.fixture.channel.onPerform = (subscription, data) -> {
			CompletableFuture<Void> future = new CompletableFuture<>();
			this.performing.add(future);
			return future;
		};
	}

	private void releaseAll() {
		until(() -> !this.performing.isEmpty());
		this.fixture.channel.onPerform = (subscription, data) -> CompletableFuture.completedFuture(null);
		this.performing.forEach((future) -> future.complete(null));
	}

}
