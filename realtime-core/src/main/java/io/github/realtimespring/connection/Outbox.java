/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.connection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The only way to a connection: a bounded queue with a single writer.
 * <p>
 * Any thread may offer a frame; whoever finds no write under way starts one. While it is
 * under way, frames wait here, and leave together when it ends. Nobody waits for anybody:
 * the lock only guards the queue and is never held while the connection is called.
 * Because everything that is sent passes here, nothing overtakes anything, pings
 * included.
 * <p>
 * The bound is in bytes and looked at before a frame is added, so one frame always fits.
 * A write that does not end in time drops the connection; one timer a connection watches
 * that, and only while something is being written.
 */
public final class Outbox implements Connection.WriteCallback {

	/** Frames leave in batches of about this many bytes. */
	private static final int BATCH_BYTES = 64 * 1024;

	private final Connection connection;

	private final OutboxListener listener;

	private final OutboxSettings settings;

	private final TimerWheel timers;

	private final Traffic traffic;

	/** Made when a frame has to wait, given back when none does. Guarded by this. */
	private @Nullable Deque<Frame> queue;

	private int queuedBytes;

	private List<Frame> batch = List.of();

	private boolean writing;

	/** Whether the thread that started the write is still inside the connection. */
	private boolean starting;

	private long writeDeadline;

	private boolean watched;

	private boolean ended;

	private @Nullable Ending ending;

	private TimerWheel.@Nullable Timer endTimer;

	/** Only touched by the thread of the shard that the connection belongs to. */
	private boolean marked;

	/**
	 * Create an outbox.
	 * @param connection where the frames go
	 * @param listener told about overflow and failure
	 * @param settings the bounds
	 * @param timers the timers
	 * @param traffic the counters
	 */
	public Outbox(Connection connection, OutboxListener listener, OutboxSettings settings, TimerWheel timers,
			Traffic traffic) {
		this.connection = connection;
		this.listener = listener;
		this.settings = settings;
		this.timers = timers;
		this.traffic = traffic;
	}

	/**
	 * Queue a frame and start to write.
	 * @param frame the frame
	 */
	public void send(Frame frame) {
		enqueue(frame);
		flush();
	}

	/**
	 * Queue a frame. Somebody must {@link #flush()} later; as soon as a batch is full
	 * this starts to write by itself, so that what only waits for company never
	 * overflows.
	 * @param frame the frame
	 */
	public void enqueue(Frame frame) {
		boolean overflow;
		boolean batchFull = false;
		synchronized (this) {
			if (this.ending != null || this.ended) {
				return;
			}
			overflow = this.queuedBytes >= this.settings.maxBytes();
			if (!overflow) {
				add(frame);
				batchFull = !this.writing && this.queuedBytes >= Math.min(BATCH_BYTES, this.settings.maxBytes());
			}
		}
		if (overflow) {
			this.listener.overflow();
		}
		else if (batchFull) {
			flush();
		}
	}

	/**
	 * Start to write what waits, unless a write is under way: its end goes on with what
	 * waits.
	 */
	public void flush() {
		while (true) {
			List<Frame> next;
			synchronized (this) {
				if (this.writing || this.ended) {
					return;
				}
				if (this.queue == null) {
					break;
				}
				next = takeBatch();
				this.writing = true;
				this.starting = true;
				this.writeDeadline = deadline();
				if (!this.watched) {
					this.watched = true;
					watch(this.settings.writeTimeout().toNanos());
				}
			}
			try {
				this.connection.write(next, this);
			}
			catch (RuntimeException ex) {
				failed(ex);
			}
			synchronized (this) {
				this.starting = false;
				if (this.writing) {
					return;
				}
			}
		}
		closeIfEnding();
	}

	/**
	 * Send a native ping if nothing is waiting or being written; otherwise what is under
	 * way tests the connection as well.
	 * @return whether a ping was sent
	 */
	public boolean ping() {
		synchronized (this) {
			if (this.writing || this.queue != null || this.ending != null || this.ended) {
				return false;
			}
			// frames that come meanwhile wait
			this.writing = true;
			this.writeDeadline = deadline();
		}
		try {
			this.connection.ping();
		}
		catch (RuntimeException ex) {
			failed(ex);
		}
		synchronized (this) {
			this.writing = false;
		}
		flush();
		return true;
	}

	/**
	 * Send a last frame behind everything that waits, then close.
	 * @param last the last frame, or {@code null} for none
	 * @param code the close code
	 * @param reason the text of the close frame
	 */
	public void close(@Nullable Frame last, int code, String reason) {
		end(new Ending(code, reason, System.nanoTime() + this.settings.closeTimeout().toNanos()), last, false);
	}

	/**
	 * Forget what waits, send a last frame if that is possible within the write time-out,
	 * then close. Whatever happens, the connection is gone soon after that time-out.
	 * @param last the last frame
	 * @param code the close code
	 * @param reason the text of the close frame
	 */
	public void abort(Frame last, int code, String reason) {
		end(new Ending(code, reason, System.nanoTime() + this.settings.writeTimeout().toNanos()), last, true);
	}

	/**
	 * The connection is gone: forget everything.
	 */
	public void discard() {
		synchronized (this) {
			this.ended = true;
			clear();
			if (this.endTimer != null) {
				this.endTimer.cancel();
			}
		}
	}

	/**
	 * How many payload bytes wait.
	 * @return the number of bytes
	 */
	public synchronized int queuedBytes() {
		return this.queuedBytes;
	}

	/**
	 * Remember that somebody will flush. Only to be called by the thread of the shard
	 * that the connection belongs to.
	 * @return {@code true} if this was not remembered yet
	 */
	public boolean mark() {
		boolean first = !this.marked;
		this.marked = true;
		return first;
	}

	/**
	 * Flush and forget the mark. Only to be called by the thread that marked.
	 */
	public void flushMarked() {
		this.marked = false;
		flush();
	}

	@Override
	public void written() {
		synchronized (this) {
			if (!endWrite()) {
				return;
			}
		}
		flush();
	}

	@Override
	public void failed(Throwable cause) {
		boolean first;
		synchronized (this) {
			first = !this.ended;
			this.ended = true;
			this.writing = false;
			this.traffic.writeFailed(this.batch.size());
			this.batch = List.of();
			clear();
		}
		if (first) {
			this.listener.failed();
		}
		this.connection.drop();
	}

	private boolean endWrite() {
		int bytes = 0;
		for (Frame frame : this.batch) {
			bytes += frame.size();
		}
		this.traffic.written(this.batch.size(), bytes);
		this.batch = List.of();
		this.writing = false;
		return !this.starting && !this.ended;
	}

	private void end(Ending ending, @Nullable Frame last, boolean forget) {
		synchronized (this) {
			if (this.ending != null || this.ended) {
				return;
			}
			if (forget) {
				clear();
			}
			if (last != null) {
				add(last);
			}
			this.ending = ending;
			this.endTimer = this.timers.schedule(ending.deadline() - System.nanoTime(), this::dropIfOpen);
		}
		flush();
	}

	private void closeIfEnding() {
		Ending ending;
		synchronized (this) {
			ending = this.ending;
			if (ending == null || this.ended || this.writing || this.queue != null) {
				// whoever queued or writes meanwhile comes here as well
				return;
			}
			this.ended = true;
		}
		this.connection.close(ending.code(), ending.reason());
	}

	private void dropIfOpen() {
		discard();
		this.connection.drop();
	}

	private void add(Frame frame) {
		Deque<Frame> queue = this.queue;
		if (queue == null) {
			queue = new ArrayDeque<>(2);
			this.queue = queue;
		}
		queue.add(frame);
		this.queuedBytes += frame.size();
		this.traffic.queued(frame.size());
	}

	private List<Frame> takeBatch() {
		Deque<Frame> queue = this.queue;
		if (queue == null) {
			throw new IllegalStateException("Nothing waits");
		}
		List<Frame> batch = new ArrayList<>(Math.min(queue.size(), 16));
		int bytes = 0;
		while (!queue.isEmpty() && (batch.isEmpty() || bytes + queue.element().size() <= BATCH_BYTES)) {
			Frame frame = queue.remove();
			bytes += frame.size();
			batch.add(frame);
		}
		this.queuedBytes -= bytes;
		this.traffic.queued(-bytes);
		if (queue.isEmpty()) {
			this.queue = null;
		}
		this.batch = batch;
		return batch;
	}

	private void clear() {
		this.traffic.queued(-this.queuedBytes);
		this.queuedBytes = 0;
		this.queue = null;
	}

	private long deadline() {
		return System.nanoTime() + this.settings.writeTimeout().toNanos();
	}

	private void watch(long delay) {
		this.timers.schedule(delay, this::checkWrite);
	}

	private void checkWrite() {
		long left;
		synchronized (this) {
			if (!this.writing || this.ended) {
				this.watched = false;
				return;
			}
			left = this.writeDeadline - System.nanoTime();
			if (left <= 0) {
				this.ended = true;
				this.traffic.writeTimedOut();
				clear();
			}
		}
		if (left > 0) {
			watch(left);
			return;
		}
		this.listener.timedOut();
		this.connection.drop();
	}

	/**
	 * How the connection is to end once everything is written.
	 */
	private record Ending(int code, String reason, long deadline) {
	}

}
