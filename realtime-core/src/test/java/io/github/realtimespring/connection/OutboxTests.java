/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.connection;

import java.io.IOException;
import java.util.Collections;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Outbox}: order, bound, failures and pings.
 */
class OutboxTests {

	private static final int BATCH = 64 * 1024;

	private final OutboxFixture fixture = new OutboxFixture(1000);

	private final TestConnection connection = this.fixture.connection;

	private final Outbox outbox = this.fixture.outbox;

	@AfterEach
	void stop() {
		this.fixture.close();
		assertThat(this.connection.violations()).isEmpty();
	}

	@Test
	void framesLeaveAtOnceAndInOrder() {
		this.fixture.send("a", "b", "c");
		assertThat(this.connection.log()).containsExactly("a", "b", "c");
		assertThat(this.connection.batches()).containsExactly(1, 1, 1);
		assertThat(this.fixture.traffic.sent()).isEqualTo(3);
		assertThat(this.fixture.traffic.bytesSent()).isEqualTo(3);
	}

	@Test
	void framesThatWaitLeaveTogether() {
		this.connection.stall();
		this.fixture.send("a", "b", "c", "d");
		assertThat(this.connection.log()).containsExactly("a");
		assertThat(this.outbox.queuedBytes()).isEqualTo(3);
		assertThat(this.fixture.traffic.queued()).isEqualTo(3);
		this.connection.release();
		assertThat(this.connection.log()).containsExactly("a", "b", "c", "d");
		assertThat(this.connection.batches()).containsExactly(1, 3);
		assertThat(this.fixture.traffic.queued()).isZero();
		assertThat(this.fixture.traffic.sent()).isEqualTo(4);
	}

	@Test
	void batchesAreBoundedAndALargeFrameGoesAlone() {
		try (OutboxFixture large = new OutboxFixture(10 * BATCH)) {
			large.connection.stall();
			String half = "x".repeat(BATCH / 2);
			large.send("a", half, half, "b", "y".repeat(2 * BATCH), "c", half);
			large.connection.release();
			assertThat(large.connection.batches()).containsExactly(1, 2, 1, 1, 2);
		}
	}

	@Test
	void framesThatAreOnlyQueuedWaitForTheFlush() {
		this.outbox.enqueue(Frame.of("a"));
		this.outbox.enqueue(Frame.of("b"));
		assertThat(this.connection.log()).isEmpty();
		this.outbox.flush();
		this.outbox.flush();
		assertThat(this.connection.batches()).containsExactly(2);
	}

	@Test
	@DisplayName("A24: the bound is looked at before a frame is added, and the frame that finds it reached is lost")
	void a24BoundIsLookedAtBeforeAdding() {
		this.connection.stall();
		this.fixture.send("w".repeat(5000), "x".repeat(999), "y".repeat(5000));
		assertThat(this.fixture.overflows).hasValue(0);
		assertThat(this.outbox.queuedBytes()).isEqualTo(5999);
		this.fixture.send("z");
		assertThat(this.fixture.overflows).hasValue(1);
		assertThat(this.outbox.queuedBytes()).isEqualTo(5999);
		this.connection.release();
		this.fixture.send("a");
		assertThat(this.connection.frames()).hasSize(4).last().isEqualTo("a");
		assertThat(this.fixture.overflows).hasValue(1);
	}

	@Test
	@DisplayName("A24: what only waits for company never overflows a client that reads")
	void a24CoalescingNeverOverflows() {
		for (int i = 0; i < 500; i++) {
			this.outbox.enqueue(Frame.of("x".repeat(300)));
		}
		this.outbox.flush();
		assertThat(this.fixture.overflows).hasValue(0);
		assertThat(this.connection.frames()).hasSize(500);
		try (OutboxFixture large = new OutboxFixture(16 * BATCH)) {
			for (int i = 0; i < 640; i++) {
				large.outbox.enqueue(Frame.of("x".repeat(BATCH / 4)));
			}
			large.outbox.flush();
			assertThat(large.overflows).hasValue(0);
			assertThat(large.connection.batches()).isEqualTo(Collections.nCopies(160, 4));
		}
	}

	@Test
	void writesThatEndAtOnceNeedNoStack() {
		try (OutboxFixture large = new OutboxFixture(Integer.MAX_VALUE)) {
			large.connection.stall();
			String[] texts = IntStream.range(0, 100_000).mapToObj(String::valueOf).toArray(String[]::new);
			large.send("first");
			for (String text : texts) {
				large.outbox.enqueue(Frame.of(text + " ".repeat(BATCH / 200)));
			}
			large.connection.release();
			assertThat(large.connection.frames()).hasSize(100_001);
			assertThat(large.connection.batches()).hasSizeGreaterThan(500);
			large.send(texts);
			assertThat(large.connection.frames()).hasSize(200_001).endsWith("99998", "99999");
			assertThat(large.traffic.queued()).isZero();
		}
	}

	@Test
	void failureDropsTheConnectionAndTellsOnce() {
		this.connection.stall();
		this.fixture.send("a", "b");
		this.connection.failWith(new IOException("broken"));
		this.connection.release();
		assertThat(this.connection.log()).containsExactly("a", "<drop>");
		this.fixture.send("c");
		this.outbox.close(Frame.of("d"), 1000, "");
		assertThat(this.connection.log()).containsExactly("a", "<drop>");
		assertThat(this.fixture.failures).hasValue(1);
		assertThat(this.fixture.traffic.failed()).isEqualTo(1);
		assertThat(this.fixture.traffic.queued()).isZero();
	}

	@Test
	void connectionThatThrowsCountsAsBroken() {
		this.connection.throwFromNowOn(new IllegalStateException("a bug"));
		this.fixture.send("a");
		assertThat(this.connection.log()).containsExactly("a", "<drop>");
		assertThat(this.fixture.failures).hasValue(1);
		try (OutboxFixture other = new OutboxFixture(1000)) {
			other.connection.throwFromNowOn(new IllegalStateException("a bug"));
			other.outbox.ping();
			assertThat(other.connection.isDropped()).isTrue();
			assertThat(other.failures).hasValue(1);
		}
	}

	@Test
	void nativePingNeedsAnIdleConnection() {
		assertThat(this.outbox.ping()).isTrue();
		this.outbox.enqueue(Frame.of("a"));
		assertThat(this.outbox.ping()).isFalse();
		this.connection.stall();
		this.outbox.flush();
		assertThat(this.outbox.ping()).isFalse();
		this.connection.release();
		assertThat(this.outbox.ping()).isTrue();
		this.connection.neverAnswerClose();
		this.outbox.close(null, 1000, "");
		assertThat(this.outbox.ping()).isFalse();
		assertThat(this.connection.pings()).isEqualTo(2);
	}

	@Test
	void framesThatComeDuringANativePingWaitForItsEnd() {
		this.connection.duringPing(() -> this.fixture.send("a", "b"));
		assertThat(this.outbox.ping()).isTrue();
		assertThat(this.connection.log()).containsExactly("<ping>", "</ping>", "a", "b");
	}

}
