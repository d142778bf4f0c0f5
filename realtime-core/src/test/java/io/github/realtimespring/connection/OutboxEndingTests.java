/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.connection;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static io.github.realtimespring.Eventually.eventually;
import static io.github.realtimespring.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the ways in which an {@link Outbox} ends.
 */
class OutboxEndingTests {

	private static final Duration SHORT = Duration.ofMillis(50);

	private static final Duration LONG = Duration.ofMinutes(5);

	private static final OutboxListener NOBODY = new OutboxListener() {

		@Override
		public void overflow() {
		}

		@Override
		public void timedOut() {
		}

		@Override
		public void failed() {
		}

	};

	@Test
	void closeWaitsForWhatIsQueued() {
		try (OutboxFixture fixture = new OutboxFixture(1000)) {
			fixture.connection.stall();
			fixture.send("a", "b");
			fixture.outbox.close(Frame.of("last"), 1001, "bye");
			fixture.send("too late");
			assertThat(fixture.connection.log()).containsExactly("a");
			fixture.connection.release();
			assertThat(fixture.connection.log()).containsExactly("a", "b", "last", "<close 1001 bye>");
			assertThat(fixture.connection.violations()).isEmpty();
			assertThat(fixture.traffic.queued()).isZero();
		}
	}

	@Test
	void closeNeedsNoLastFrame() {
		try (OutboxFixture fixture = new OutboxFixture(1000)) {
			fixture.outbox.close(null, 1000, "");
			assertThat(fixture.connection.log()).containsExactly("<close 1000 >");
		}
	}

	@Test
	void lastFrameFitsIntoAFullOutbox() {
		try (OutboxFixture fixture = new OutboxFixture(10)) {
			fixture.connection.stall();
			fixture.send("a", "b".repeat(20));
			fixture.outbox.close(Frame.of("last"), 1000, "");
			fixture.connection.release();
			assertThat(fixture.connection.frames()).endsWith("last");
			assertThat(fixture.overflows).hasValue(0);
		}
	}

	@Test
	void onlyTheFirstEndingCounts() {
		try (OutboxFixture fixture = new OutboxFixture(1000)) {
			fixture.connection.stall();
			fixture.send("a", "b");
			fixture.outbox.close(Frame.of("c"), 1000, "first");
			fixture.outbox.abort(Frame.of("d"), 1000, "second");
			fixture.outbox.close(Frame.of("e"), 1000, "third");
			fixture.connection.release();
			assertThat(fixture.connection.log()).containsExactly("a", "b", "c", "<close 1000 first>");
		}
	}

	@Test
	@DisplayName("A24: an abort forgets what waits, tells and closes")
	void a24AbortForgetsWhatWaits() {
		try (OutboxFixture fixture = new OutboxFixture(1000)) {
			fixture.connection.stall();
			fixture.send("a", "b", "c");
			fixture.outbox.abort(Frame.of("last"), 1000, "");
			assertThat(fixture.outbox.queuedBytes()).isEqualTo(4);
			fixture.connection.release();
			assertThat(fixture.connection.log()).containsExactly("a", "last", "<close 1000 >");
			assertThat(fixture.traffic.queued()).isZero();
		}
	}

	@Test
	@DisplayName("A24: after an abort a client that still does not read is dropped when the write time-out is over")
	void a24AbortDropsWhoNeverReads() {
		try (OutboxFixture fixture = new OutboxFixture(1000, SHORT, LONG)) {
			fixture.connection.stall();
			fixture.send("a");
			fixture.outbox.abort(Frame.of("last"), 1000, "");
			until(fixture.connection::isDropped);
			assertThat(fixture.connection.frames()).containsExactly("a");
			eventually(() -> assertThat(fixture.traffic.queued()).isZero());
		}
	}

	@Test
	@DisplayName("A24: a write that does not end in time drops the connection and is told and counted once")
	void a24WriteTimeout() {
		try (OutboxFixture fixture = new OutboxFixture(1000, SHORT, LONG)) {
			fixture.connection.stall();
			fixture.send("a", "b");
			eventually(() -> assertThat(fixture.timeouts).hasValue(1));
			assertThat(fixture.connection.log()).containsExactly("a", "<drop>");
			assertThat(fixture.traffic.timedOut()).isEqualTo(1);
			assertThat(fixture.traffic.queued()).isZero();
			fixture.connection.release();
			fixture.send("c");
			assertThat(fixture.connection.log()).containsExactly("a", "<drop>");
			assertThat(fixture.failures).hasValue(0);
		}
	}

	@Test
	void idleConnectionNeverTimesOut() {
		try (OutboxFixture fixture = new OutboxFixture(1000, SHORT, LONG)) {
			fixture.send("a");
			TimerWheelTests.passTime(fixture.timers, SHORT.multipliedBy(4));
			fixture.send("b");
			TimerWheelTests.passTime(fixture.timers, SHORT.multipliedBy(4));
			assertThat(fixture.outbox.ping()).isTrue();
			assertThat(fixture.connection.log()).containsExactly("a", "b", "<ping>", "</ping>");
			assertThat(fixture.timeouts).hasValue(0);
		}
	}

	@Test
	void peerThatDoesNotAnswerTheCloseFrameIsDropped() {
		try (OutboxFixture fixture = new OutboxFixture(1000, LONG, SHORT)) {
			fixture.connection.neverAnswerClose();
			fixture.outbox.close(Frame.of("last"), 1000, "");
			until(fixture.connection::isDropped);
			assertThat(fixture.connection.log()).containsExactly("last", "<close 1000 >", "<drop>");
		}
	}

	@Test
	void discardForgetsEverythingAndDropsNobodyLater() {
		try (OutboxFixture fixture = new OutboxFixture(1000, LONG, SHORT)) {
			fixture.connection.stall().neverAnswerClose();
			fixture.send("a", "b");
			fixture.outbox.close(Frame.of("c"), 1000, "");
			fixture.outbox.discard();
			fixture.outbox.discard();
			fixture.connection.release();
			fixture.send("d");
			assertThat(fixture.outbox.ping()).isFalse();
			TimerWheelTests.passTime(fixture.timers, SHORT.multipliedBy(4));
			assertThat(fixture.connection.log()).containsExactly("a");
			assertThat(fixture.traffic.queued()).isZero();
			assertThat(fixture.failures).hasValue(0);
		}
	}

	@Test
	@DisplayName("A22: whoever flushes while the connection is ended, the last frame is written before the close frame")
	void a22LastFrameIsNeverLost() throws Exception {
		TimerWheel timers = new TimerWheel("never-started");
		OutboxSettings settings = new OutboxSettings(1000, LONG, LONG);
		AtomicReference<Outbox> current = new AtomicReference<>();
		AtomicBoolean done = new AtomicBoolean();
		Thread flushing = new Thread(() -> {
			while (!done.get()) {
				Outbox outbox = current.get();
				if (outbox != null) {
					outbox.flush();
				}
			}
		});
		flushing.start();
		try {
			for (int i = 0; i < 5_000; i++) {
				TestConnection connection = new TestConnection();
				Outbox outbox = new Outbox(connection, NOBODY, settings, timers, new Traffic());
				current.set(outbox);
				outbox.close(Frame.of("last"), 1000, "");
				if (connection.closing() == null) {
					until(() -> connection.closing() != null);
				}
				assertThat(connection.log()).containsExactly("last", "<close 1000 >");
			}
		}
		finally {
			done.set(true);
			flushing.join();
		}
	}

}
