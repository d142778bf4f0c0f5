/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import io.github.realtimespring.MovedClock;
import io.github.realtimespring.broadcast.Payload;
import io.github.realtimespring.broadcast.Position;
import io.github.realtimespring.broadcast.Publication;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link InMemoryHistory} with threads that append, read and sweep at once.
 */
class InMemoryHistoryContentionTests {

	private static final int THREADS = 6;

	private static final int APPENDS = 5_000;

	private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T12:00:00Z"));

	@Test
	void readersSeeEachPublicationOnceAndInOrder() throws Exception {
		InMemoryHistory history = history(Integer.MAX_VALUE, Long.MAX_VALUE);
		Position start = history.append(publication("a")).position();
		assertThat(start).isNotNull();
		inParallel((thread) -> {
			if (thread < 3) {
				IntStream.range(0, APPENDS).forEach((i) -> history.append(publication("a")));
				return;
			}
			Position last = start;
			while (last.offset() < 3 * APPENDS) {
				HistorySlice slice = history.read("a", last, 100).toCompletableFuture().join();
				assertThat(slice.complete()).isTrue();
				for (Publication publication : slice.publications()) {
					assertThat(publication.position()).isEqualTo(new Position(start.epoch(), last.offset() + 1));
					last = new Position(start.epoch(), last.offset() + 1);
				}
			}
		});
		assertThat(history.bytes()).isEqualTo(10L * (3 * APPENDS + 1));
	}

	@Test
	void offsetsOfAnEpochAreUniqueWhileLogsAreForgotten() throws Exception {
		InMemoryHistory history = history(50, 20_000);
		Map<Position, Boolean> seen = new ConcurrentHashMap<>();
		AtomicBoolean done = new AtomicBoolean();
		Thread sweeper = new Thread(() -> {
			while (!done.get()) {
				this.clock.pass(Duration.ofSeconds(20));
				history.sweep();
			}
		});
		sweeper.start();
		inParallel((thread) -> {
			for (int i = 0; i < APPENDS; i++) {
				Publication placed = history.append(publication("s" + i % 20));
				Position position = placed.position();
				assertThat(position).isNotNull();
				assertThat(seen.putIfAbsent(position, true)).isNull();
				history.read("s" + i % 20, new Position(position.epoch(), position.offset() - 1), 10)
					.toCompletableFuture()
					.join();
			}
		});
		done.set(true);
		sweeper.join();
		this.clock.pass(Duration.ofMinutes(6));
		history.sweep();
		assertThat(history.bytes()).isZero();
		assertThat(history.streams()).isZero();
	}

	private void inParallel(Task task) throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(THREADS);
		List<Future<?>> running = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			int thread = i;
			running.add(executor.submit(() -> task.run(thread)));
		}
		for (Future<?> future : running) {
			future.get();
		}
		executor.shutdown();
	}

	private Publication publication(String stream) {
		return new Publication("p", stream, new Payload(Payload.Kind.JSON, new byte[10]), null, this.clock.instant(),
				false, null, Publication.Type.MESSAGE, null, Map.of());
	}

	private InMemoryHistory history(int limit, long maxBytes) {
		return new InMemoryHistory(new HistorySettings(true, limit, Duration.ofMinutes(5), maxBytes), this.clock);
	}

	private interface Task {

		void run(int thread);

	}

}
