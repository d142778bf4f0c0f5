/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.connection;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.github.realtimespring.Eventually.eventually;
import static io.github.realtimespring.Eventually.noThread;
import static io.github.realtimespring.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TimerWheel}. That nothing is late cannot be asserted on a machine that
 * is busy with others; that nothing is early can.
 */
class TimerWheelTests {

	private static final String THREAD = "wheel-under-test";

	private final TimerWheel wheel = new TimerWheel(THREAD);

	@AfterEach
	void stop() {
		this.wheel.stop();
		noThread(THREAD);
	}

	@Test
	void nothingIsEarly() {
		this.wheel.start();
		Random random = new Random(3);
		AtomicInteger early = new AtomicInteger();
		AtomicInteger ran = new AtomicInteger();
		for (int i = 0; i < 2_000; i++) {
			long delay = TimeUnit.MICROSECONDS.toNanos(random.nextInt(300_000));
			long due = System.nanoTime() + delay;
			this.wheel.schedule(delay, () -> {
				early.addAndGet((System.nanoTime() < due) ? 1 : 0);
				ran.incrementAndGet();
			});
		}
		eventually(() -> assertThat(ran).hasValue(2_000));
		assertThat(early).hasValue(0);
	}

	@Test
	void hundredThousandTimersRunOnceEach() {
		this.wheel.start();
		AtomicIntegerArray runs = new AtomicIntegerArray(100_000);
		AtomicInteger total = new AtomicInteger();
		Random random = new Random(4);
		for (int i = 0; i < runs.length(); i++) {
			int number = i;
			this.wheel.schedule(TimeUnit.MILLISECONDS.toNanos(random.nextInt(500)), () -> {
				runs.incrementAndGet(number);
				total.incrementAndGet();
			});
		}
		until(() -> total.get() >= 100_000);
		for (int i = 0; i < runs.length(); i++) {
			assertThat(runs.get(i)).isOne();
		}
	}

	@Test
	void delaysBeyondOneTurnOfTheWheelAreKept() {
		this.wheel.start();
		long turn = TimeUnit.MILLISECONDS.toNanos(1024 * 20);
		long start = System.nanoTime();
		AtomicReference<Long> ran = new AtomicReference<>();
		AtomicInteger never = new AtomicInteger();
		this.wheel.schedule(turn + TimeUnit.MILLISECONDS.toNanos(50), () -> ran.set(System.nanoTime() - start));
		this.wheel.schedule(Long.MAX_VALUE, never::incrementAndGet);
		this.wheel.schedule(Long.MAX_VALUE - start, never::incrementAndGet);
		passTime(this.wheel, Duration.ofMillis(200));
		assertThat(ran).hasNullValue();
		until(() -> ran.get() != null);
		assertThat(ran.get()).isGreaterThan(turn);
		assertThat(never).hasValue(0);
	}

	@Test
	void delaysInThePastRunSoon() {
		this.wheel.start();
		AtomicInteger ran = new AtomicInteger();
		this.wheel.schedule(0, ran::incrementAndGet);
		this.wheel.schedule(-1, ran::incrementAndGet);
		this.wheel.schedule(Long.MIN_VALUE, ran::incrementAndGet);
		eventually(() -> assertThat(ran).hasValue(3));
	}

	@Test
	void timerThatIsCancelledDoesNotRun() {
		this.wheel.start();
		AtomicInteger ran = new AtomicInteger();
		for (int i = 0; i < 1_000; i++) {
			TimerWheel.Timer timer = this.wheel.schedule(TimeUnit.MILLISECONDS.toNanos(150), ran::incrementAndGet);
			if (i % 2 == 0) {
				timer.cancel();
				timer.cancel();
			}
		}
		passTime(this.wheel, Duration.ofMillis(250));
		eventually(() -> assertThat(ran).hasValue(500));
	}

	@Test
	void timerThatIsCancelledIsNotKept() {
		this.wheel.start();
		TimerWheel.Timer timer = this.wheel.schedule(TimeUnit.HOURS.toNanos(1), () -> {
		});
		passTime(this.wheel, Duration.ofMillis(50));
		timer.cancel();
		WeakReference<TimerWheel.Timer> reference = new WeakReference<>(timer);
		timer = null;
		until(() -> {
			System.gc();
			return reference.get() == null;
		});
	}

	@Test
	void tasksMayScheduleAndCancel() {
		this.wheel.start();
		AtomicInteger rounds = new AtomicInteger();
		AtomicInteger cancelled = new AtomicInteger();
		this.wheel.schedule(0, new Runnable() {

			@Override
			public void run() {
				TimerWheelTests.this.wheel.schedule(0, cancelled::incrementAndGet).cancel();
				if (rounds.incrementAndGet() < 10) {
					TimerWheelTests.this.wheel.schedule(0, this);
				}
			}

		});
		eventually(() -> assertThat(rounds).hasValue(10));
		passTime(this.wheel, Duration.ofMillis(50));
		assertThat(cancelled).hasValue(0);
	}

	@Test
	void tasksThatThrowDoNotStopTheOthers() {
		this.wheel.start();
		AtomicInteger ran = new AtomicInteger();
		for (int i = 0; i < 10; i++) {
			this.wheel.schedule(0, () -> {
				throw new IllegalStateException("expected by the test");
			});
			this.wheel.schedule(0, () -> {
				throw new AssertionError("expected by the test");
			});
			this.wheel.schedule(0, ran::incrementAndGet);
		}
		eventually(() -> assertThat(ran).hasValue(10));
	}

	@Test
	void timersOfAStoppedWheelRunWhenItStartsAgain() {
		List<String> ran = new CopyOnWriteArrayList<>();
		this.wheel.schedule(0, () -> ran.add("before the start"));
		this.wheel.start();
		eventually(() -> assertThat(ran).containsExactly("before the start"));
		this.wheel.stop();
		noThread(THREAD);
		this.wheel.schedule(0, () -> ran.add("while stopped"));
		assertThat(ran).hasSize(1);
		for (int i = 2; i < 5; i++) {
			int size = i;
			this.wheel.start();
			this.wheel.start();
			eventually(() -> assertThat(ran).hasSize(size));
			assertThat(threads()).isEqualTo(1);
			this.wheel.stop();
			this.wheel.stop();
			noThread(THREAD);
			this.wheel.schedule(0, () -> ran.add("again"));
		}
	}

	@Test
	void taskMayStopTheWheel() throws Exception {
		this.wheel.start();
		CountDownLatch stopped = new CountDownLatch(1);
		this.wheel.schedule(0, () -> {
			this.wheel.stop();
			stopped.countDown();
		});
		assertThat(stopped.await(60, TimeUnit.SECONDS)).isTrue();
		noThread(THREAD);
	}

	/** Wait until at least so much time has passed, and the wheel has seen it. */
	static void passTime(TimerWheel wheel, Duration time) {
		AtomicInteger passed = new AtomicInteger();
		wheel.schedule(time.toNanos(), passed::incrementAndGet);
		until(() -> passed.get() > 0);
	}

	private static long threads() {
		return Thread.getAllStackTraces().keySet().stream().filter((thread) -> thread.getName().equals(THREAD)).count();
	}

}
