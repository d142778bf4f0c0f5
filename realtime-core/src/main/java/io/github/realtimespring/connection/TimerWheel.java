/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.connection;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * One thread for all deadlines of a server: pings, pongs, write time-outs, token expiry.
 * <p>
 * A hashed wheel: a deadline is put into the bucket of its tick, and each tick looks at
 * one bucket only, so 100,000 connections cost no thread and no heap operation each.
 * Callers never touch the buckets; they push to two concurrent queues that the wheel's
 * thread drains at each tick. A timer that is cancelled is unlinked at the next tick, so
 * that a closed connection is not kept alive until its token would have expired.
 * <p>
 * Tasks run on the wheel's thread and must neither block nor throw. Deadlines are kept to
 * {@value #TICK_MILLIS} ms: a task never runs early, and late by a tick at most.
 */
public final class TimerWheel {

	private static final Log logger = LogFactory.getLog(TimerWheel.class);

	private static final int TICK_MILLIS = 20;

	private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS);

	private static final int BUCKETS = 1024;

	private static final long STOP_MILLIS = 10_000;

	private final Timer[] buckets = new Timer[BUCKETS];

	private final ConcurrentLinkedQueue<Timer> added = new ConcurrentLinkedQueue<>();

	private final ConcurrentLinkedQueue<Timer> cancelled = new ConcurrentLinkedQueue<>();

	private final long start = System.nanoTime();

	private final String threadName;

	private volatile @Nullable Thread thread;

	private long tick;

	/**
	 * Create a wheel.
	 * @param threadName the name of the thread
	 */
	public TimerWheel(String threadName) {
		for (int i = 0; i < BUCKETS; i++) {
			this.buckets[i] = new Timer(this, () -> {
			}, 0);
		}
		this.threadName = threadName;
	}

	/**
	 * Start the thread. Timers that were scheduled before run when they are due, or at
	 * once. A wheel that was stopped may be started again; one that runs is left alone.
	 */
	public synchronized void start() {
		if (this.thread != null) {
			return;
		}
		Thread thread = new Thread(this::run, this.threadName);
		thread.setDaemon(true);
		this.thread = thread;
		thread.start();
	}

	/**
	 * Run a task later.
	 * @param delayNanos how much later, in nanoseconds
	 * @param task the task
	 * @return the timer, to cancel it
	 */
	public Timer schedule(long delayNanos, Runnable task) {
		long deadline = System.nanoTime() - this.start + Math.max(0, delayNanos);
		// a sum beyond what a long holds is negative, and means never
		Timer timer = new Timer(this, task, ((deadline >= 0) ? deadline : Long.MAX_VALUE) / TICK_NANOS + 1);
		this.added.add(timer);
		return timer;
	}

	/**
	 * End the thread and wait until it is gone. Timers that are left do not run.
	 */
	public synchronized void stop() {
		Thread thread = this.thread;
		this.thread = null;
		if (thread == null || thread == Thread.currentThread()) {
			return;
		}
		LockSupport.unpark(thread);
		try {
			thread.join(STOP_MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void run() {
		while (this.thread == Thread.currentThread()) {
			long wait = this.start + (this.tick + 1) * TICK_NANOS - System.nanoTime();
			if (wait > 0) {
				LockSupport.parkNanos(this, wait);
				continue;
			}
			this.tick++;
			unlinkCancelled();
			linkAdded();
			expire(this.buckets[index(this.tick)]);
		}
	}

	private void unlinkCancelled() {
		for (Timer timer = this.cancelled.poll(); timer != null; timer = this.cancelled.poll()) {
			timer.unlink();
		}
	}

	private void linkAdded() {
		for (Timer timer = this.added.poll(); timer != null; timer = this.added.poll()) {
			if (timer.task != null) {
				timer.link(this.buckets[index(Math.max(timer.tick, this.tick))]);
			}
		}
	}

	private void expire(Timer bucket) {
		Timer timer = bucket.next;
		while (timer != bucket) {
			Timer next = timer.next;
			if (timer.tick <= this.tick) {
				timer.unlink();
				runTask(timer);
			}
			timer = next;
		}
	}

	private void runTask(Timer timer) {
		Runnable task = timer.task;
		if (task == null) {
			return;
		}
		timer.task = null;
		try {
			task.run();
		}
		catch (RuntimeException | Error ex) {
			logger.error("A timer's task failed", ex);
		}
	}

	private static int index(long tick) {
		return (int) (tick & (BUCKETS - 1));
	}

	/**
	 * One deadline.
	 */
	public static final class Timer {

		private final TimerWheel wheel;

		private final long tick;

		private volatile @Nullable Runnable task;

		private Timer next = this;

		private Timer previous = this;

		private Timer(TimerWheel wheel, Runnable task, long tick) {
			this.wheel = wheel;
			this.task = task;
			this.tick = tick;
		}

		/**
		 * Cancel the timer. It may still run if its deadline is now.
		 */
		public void cancel() {
			if (this.task != null) {
				this.task = null;
				this.wheel.cancelled.add(this);
			}
		}

		private void link(Timer bucket) {
			this.previous = bucket.previous;
			this.next = bucket;
			bucket.previous.next = this;
			bucket.previous = this;
		}

		private void unlink() {
			this.previous.next = this.next;
			this.next.previous = this.previous;
			this.next = this;
			this.previous = this;
		}

	}

}
