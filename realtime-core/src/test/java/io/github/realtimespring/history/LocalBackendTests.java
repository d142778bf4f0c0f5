/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.history;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;

import io.github.realtimespring.broadcast.BackendSink;
import io.github.realtimespring.broadcast.Payload;
import io.github.realtimespring.broadcast.Position;
import io.github.realtimespring.broadcast.Publication;
import io.github.realtimespring.broadcast.PublishException;
import io.github.realtimespring.broadcast.PublishResult;
import io.github.realtimespring.broadcast.RemoteCommand;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link LocalBackend}.
 */
class LocalBackendTests {

	private final InMemoryHistory history = new InMemoryHistory(
			new HistorySettings(true, 100_000, Duration.ofMinutes(5), Long.MAX_VALUE), Clock.systemUTC());

	private final LocalBackend backend = new LocalBackend(this.history);

	private final RecordingSink sink = new RecordingSink();

	@Test
	@DisplayName("B5: a publication is kept and delivered in one step, with its position")
	void b5PublishesAndKeeps() {
		this.backend.start(this.sink);
		List<PublishResult> results = publish(publication("a"), publication("a"), publication("b").asTransient());
		assertThat(results).extracting(PublishResult::outcome).containsOnly(PublishResult.Outcome.ACCEPTED);
		Position first = results.get(0).position();
		assertThat(first).isNotNull();
		assertThat(results.get(1).position()).isEqualTo(new Position(first.epoch(), 2));
		assertThat(results.get(2).position()).isNull();
		assertThat(this.sink.delivered).extracting(Publication::position)
			.containsExactly(first, results.get(1).position(), null);
	}

	@Test
	@DisplayName("B5: publishers of one stream that race are delivered in the order of the offsets")
	void b5OffsetsAndDeliveryHaveOneOrder() throws Exception {
		this.backend.start(this.sink);
		List<Thread> publishers = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			publishers.add(new Thread(() -> {
				for (int n = 0; n < 2_500; n++) {
					publish(publication("a"));
				}
			}));
		}
		publishers.forEach(Thread::start);
		for (Thread publisher : publishers) {
			publisher.join();
		}
		assertThat(this.sink.delivered).hasSize(10_000);
		for (int i = 0; i < 10_000; i++) {
			assertThat(this.sink.delivered.get(i).position()).extracting(Position::offset).isEqualTo(i + 1L);
		}
	}

	@Test
	void publishingFailsUnlessTheBackendRuns() {
		assertThatPublishingFails();
		this.backend.start(this.sink);
		publish(publication("a"));
		this.backend.stop();
		assertThatPublishingFails();
		assertThat(this.backend.execute(disconnect()).toCompletableFuture().join()).isZero();
		this.backend.start(this.sink);
		publish(publication("a"));
		assertThat(this.sink.delivered).hasSize(2);
	}

	@Test
	void commandsAreRunHere() {
		this.backend.start(this.sink);
		assertThat(this.backend.execute(disconnect()).toCompletableFuture().join()).isEqualTo(7);
		assertThat(this.backend.subscribe("a").toCompletableFuture()).isCompleted();
		this.backend.unsubscribe("a");
	}

	private void assertThatPublishingFails() {
		assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> publish(publication("a")))
			.withCauseInstanceOf(PublishException.class);
		assertThat(this.history.streams()).isEqualTo(this.sink.delivered.isEmpty() ? 0 : 1);
	}

	private List<PublishResult> publish(Publication... publications) {
		return this.backend.publish(List.of(publications)).toCompletableFuture().join();
	}

	private static Publication publication(String stream) {
		return Publication.of(stream, Payload.text("x"));
	}

	private static RemoteCommand disconnect() {
		return new RemoteCommand.Disconnect(RemoteCommand.Target.PRINCIPAL, "jack", true);
	}

	private static final class RecordingSink implements BackendSink {

		private final List<Publication> delivered = Collections.synchronizedList(new ArrayList<>());

		@Override
		public void deliver(Publication publication) {
			this.delivered.add(publication);
		}

		@Override
		public void gap(String stream) {
		}

		@Override
		public int execute(RemoteCommand command) {
			return 7;
		}

		@Override
		public void up() {
		}

		@Override
		public void down() {
		}

	}

}
