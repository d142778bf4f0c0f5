/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.connection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.github.realtimespring.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Outbox} with many threads that send at once: a single writer, nothing
 * lost, nothing doubled, the order of each thread.
 */
class OutboxContentionTests {

	private static final int THREADS = 8;

	private static final int FRAMES = 10_000;

	private final OutboxFixture fixture = new OutboxFixture(Integer.MAX_VALUE);

	private final ExecutorService senders = Executors.newFixedThreadPool(THREADS);

	private final ExecutorService completers = Executors.newFixedThreadPool(2);

	@AfterEach
	void stop() {
		this.senders.shutdown();
		this.completers.shutdown();
		this.fixture.close();
	}

	@Test
	void writesThatEndAtOnce() throws Exception {
		sendFromAllThreads(false);
	}

	@Test
	void writesThatEndLaterOnOtherThreads() throws Exception {
		this.fixture.connection.completeOn(this.completers);
		sendFromAllThreads(false);
	}

	@Test
	void framesThatAreQueuedFirstAndFlushedLater() throws Exception {
		this.fixture.connection.completeOn(this.completers);
		sendFromAllThreads(true);
	}

	@Test
	void pingsNeverMeetAWrite() throws Exception {
		this.fixture.connection.completeOn(this.completers);
		Future<?> pinging = this.completers.submit(() -> {
			for (int i = 0; i < FRAMES; i++) {
				this.fixture.outbox.ping();
			}
		});
		sendFromAllThreads(false);
		pinging.get();
	}

	private void sendFromAllThreads(boolean batched) throws Exception {
		CountDownLatch ready = new CountDownLatch(THREADS);
		List<Future<?>> sending = new ArrayList<>();
		for (int thread = 0; thread < THREADS; thread++) {
			String prefix = thread + " ";
			sending.add(this.senders.submit(() -> {
				ready.countDown();
				ready.await();
				for (int i = 0; i < FRAMES; i++) {
					this.fixture.outbox.enqueue(Frame.of(prefix + i));
					if (!batched || i % 10 == 9) {
						this.fixture.outbox.flush();
					}
				}
				return null;
			}));
		}
		for (Future<?> future : sending) {
			future.get();
		}
		eventually(() -> assertThat(this.fixture.traffic.sent()).isEqualTo(THREADS * FRAMES));
		assertThat(this.fixture.connection.violations()).isEmpty();
		assertThat(this.fixture.traffic.queued()).isZero();
		assertThat(this.fixture.outbox.queuedBytes()).isZero();
		int[] next = new int[THREADS];
		for (String frame : this.fixture.connection.frames()) {
			int thread = frame.charAt(0) - '0';
			assertThat(Integer.parseInt(frame, 2, frame.length(), 10)).isEqualTo(next[thread]++);
		}
		assertThat(Arrays.stream(next).boxed())
			.containsExactlyElementsOf(Stream.generate(() -> FRAMES).limit(THREADS).toList());
	}

}
