/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.hub;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import io.github.realtimespring.broadcast.Publication;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * One thread with its own part of the subscriptions. Publications and changes of the
 * index come through one queue, so each subscription sees a clear before and after. The
 * thread takes all that is queued at once and flushes the connections when it is done
 * with a batch.
 * <p>
 * Publications are bounded, by number and by bytes. Changes are not: there are only as
 * many as connections cause, and losing one would leave the index wrong.
 */
final class Shard {

	private static final Log logger = LogFactory.getLog(Shard.class);

	/** After so many publications connections are flushed even if more are queued. */
	private static final int BATCH = 64;

	private static final long MAX_BYTES = 64L * 1024 * 1024;

	private static final long STOP_MILLIS = 10_000;

	private final SubscriptionIndex index = new SubscriptionIndex();

	private final DirtyOutboxes dirty = new DirtyOutboxes();

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition notEmpty = this.lock.newCondition();

	private final LongAdder deliveries;

	private final int capacity;

	private final String threadName;

	private @Nullable Thread thread;

	private Deque<Object> queue = new ArrayDeque<>();

	private Deque<Object> spare = new ArrayDeque<>();

	private int publications;

	private long bytes;

	private boolean stopped;

	Shard(int number, int capacity, LongAdder deliveries) {
		this.capacity = capacity;
		this.deliveries = deliveries;
		this.threadName = "realtime-shard-" + number;
	}

	synchronized void start() {
		if (this.thread != null) {
			return;
		}
		this.stopped = false;
		Thread thread = new Thread(this::run, this.threadName);
		thread.setDaemon(true);
		thread.start();
		this.thread = thread;
	}

	/** Stop the thread and wait until it is gone. */
	synchronized void stop() {
		this.lock.lock();
		try {
			this.stopped = true;
			this.notEmpty.signal();
		}
		finally {
			this.lock.unlock();
		}
		Thread thread = this.thread;
		this.thread = null;
		if (thread == null) {
			return;
		}
		try {
			thread.join(STOP_MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Queue a publication, unless the queue is full. */
	boolean offer(Publication publication) {
		this.lock.lock();
		try {
			if (this.publications >= this.capacity || this.bytes >= MAX_BYTES) {
				return false;
			}
			this.publications++;
			this.bytes += publication.payload().size();
			this.queue.add(publication);
			this.notEmpty.signal();
			return true;
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Queue something to do on the shard's thread. */
	void execute(Runnable change) {
		this.lock.lock();
		try {
			this.queue.add(change);
			this.notEmpty.signal();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** How many publications wait in the queue. */
	int waiting() {
		this.lock.lock();
		try {
			return this.publications;
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Only on the shard's thread. */
	SubscriptionIndex index() {
		return this.index;
	}

	/** Only on the shard's thread. Does not throw. */
	void fanOut(Publication publication) {
		try {
			this.deliveries.add(this.index.fanOut(publication.stream(), publication.payload().toJson(),
					publication.excluded(), this.dirty));
		}
		catch (RuntimeException | Error ex) {
			logger.error("A publication could not be delivered", ex);
		}
	}

	private void run() {
		Deque<Object> batch = take();
		while (batch != null) {
			int publications = 0;
			for (Object item = batch.poll(); item != null; item = batch.poll()) {
				process(item);
				if (item instanceof Publication && ++publications % BATCH == 0) {
					this.dirty.flush();
				}
			}
			this.dirty.flush();
			batch = take();
		}
	}

	private void process(Object item) {
		if (item instanceof Publication publication) {
			fanOut(publication);
			return;
		}
		try {
			((Runnable) item).run();
		}
		catch (RuntimeException | Error ex) {
			logger.error("A shard failed to change something and goes on with the next change", ex);
		}
	}

	private @Nullable Deque<Object> take() {
		this.lock.lock();
		try {
			while (this.queue.isEmpty()) {
				if (this.stopped) {
					return null;
				}
				this.notEmpty.awaitUninterruptibly();
			}
			Deque<Object> taken = this.queue;
			this.queue = this.spare;
			this.spare = taken;
			this.publications = 0;
			this.bytes = 0;
			return taken;
		}
		finally {
			this.lock.unlock();
		}
	}

}
