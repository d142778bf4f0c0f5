/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

/**
 * A connection in memory. It writes everything at once, until a test tells it otherwise,
 * and keeps a log of what happened in which order. Whatever the outbox must not do, such
 * as to start a second write, is kept as a violation.
 */
public final class TestConnection implements Connection {

	private final List<String> log = new ArrayList<>();

	private final List<Integer> batches = new ArrayList<>();

	private final List<String> violations = new ArrayList<>();

	private Executor completer = Runnable::run;

	private @Nullable Runnable duringWrite;

	private @Nullable Runnable duringPing;

	private @Nullable Runnable duringResume;

	private @Nullable RuntimeException thrown;

	private @Nullable Throwable failure;

	private @Nullable WriteCallback held;

	private @Nullable ConnectionListener listener;

	private boolean stalled;

	private boolean answersClose = true;

	private boolean writing;

	private boolean dropped;

	private int pings;

	private int suspensions;

	private boolean suspended;

	private @Nullable String closing;

	private @Nullable Integer closed;

	@Override
	public void write(List<Frame> frames, WriteCallback callback) {
		Runnable completion = () -> complete(callback);
		synchronized (this) {
			violatedIf(this.writing || frames.isEmpty() || this.closing != null, "write");
			frames.forEach((frame) -> this.log.add(frame.text()));
			this.batches.add(frames.size());
			if (this.thrown != null) {
				throw this.thrown;
			}
			this.writing = true;
			if (this.stalled) {
				this.held = callback;
				return;
			}
		}
		run(this.duringWrite);
		this.completer.execute(completion);
	}

	@Override
	public void ping() {
		synchronized (this) {
			violatedIf(this.writing || this.closing != null, "ping");
			this.pings++;
			this.log.add("<ping>");
			if (this.thrown != null) {
				throw this.thrown;
			}
		}
		run(this.duringPing);
		synchronized (this) {
			this.log.add("</ping>");
		}
	}

	@Override
	public void close(int code, String reason) {
		synchronized (this) {
			violatedIf(this.writing || this.closing != null, "close");
			this.closing = code + " " + reason;
			this.log.add("<close " + this.closing + ">");
			if (!this.answersClose) {
				return;
			}
		}
		gone(code);
	}

	@Override
	public void drop() {
		synchronized (this) {
			this.dropped = true;
			this.log.add("<drop>");
		}
		gone(1006);
	}

	@Override
	public synchronized void suspendReading() {
		this.suspended = true;
		this.suspensions++;
	}

	@Override
	public void resumeReading() {
		synchronized (this) {
			this.suspended = false;
		}
		run(this.duringResume);
	}

	/** Tell this one about the end of the connection. */
	public void attach(ConnectionListener listener) {
		Integer code;
		synchronized (this) {
			this.listener = listener;
			code = this.closed;
		}
		if (code != null) {
			listener.closed(code);
		}
	}

	/** The client goes, or the network does. */
	public void gone(int code) {
		ConnectionListener listener;
		synchronized (this) {
			if (this.closed != null) {
				return;
			}
			this.closed = code;
			listener = this.listener;
		}
		if (listener != null) {
			listener.closed(code);
		}
	}

	/** The client reads no more: the next write does not end before the release. */
	public synchronized TestConnection stall() {
		this.stalled = true;
		return this;
	}

	/** The client reads again. */
	public void release() {
		WriteCallback callback;
		synchronized (this) {
			this.stalled = false;
			callback = this.held;
			this.held = null;
		}
		if (callback != null) {
			this.completer.execute(() -> complete(callback));
		}
	}

	/** End exactly the write that is held; the next one is held again. */
	public void releaseOne() {
		WriteCallback callback;
		synchronized (this) {
			callback = this.held;
			this.held = null;
		}
		if (callback != null) {
			complete(callback);
		}
	}

	/** The client never answers a close frame. */
	public synchronized TestConnection neverAnswerClose() {
		this.answersClose = false;
		return this;
	}

	/** Writes end on this executor. */
	public synchronized TestConnection completeOn(Executor executor) {
		this.completer = executor;
		return this;
	}

	/** Writes fail from now on. */
	public synchronized void failWith(Throwable failure) {
		this.failure = failure;
	}

	/** Writes and pings throw from now on. */
	public synchronized void throwFromNowOn(RuntimeException thrown) {
		this.thrown = thrown;
	}

	public synchronized void duringWrite(Runnable action) {
		this.duringWrite = action;
	}

	public synchronized void duringPing(Runnable action) {
		this.duringPing = action;
	}

	public synchronized void duringResume(Runnable action) {
		this.duringResume = action;
	}

	/** What happened, in order. */
	public synchronized List<String> log() {
		return List.copyOf(this.log);
	}

	/** The frames that were written, in order. */
	public synchronized List<String> frames() {
		return this.log.stream().filter((entry) -> !entry.startsWith("<")).toList();
	}

	public synchronized int size() {
		return this.log.size();
	}

	/** The number of frames in each write. */
	public synchronized List<Integer> batches() {
		return List.copyOf(this.batches);
	}

	public synchronized List<String> violations() {
		return List.copyOf(this.violations);
	}

	public synchronized boolean isWriting() {
		return this.writing;
	}

	public synchronized boolean isDropped() {
		return this.dropped;
	}

	public synchronized boolean isGone() {
		return this.closed != null;
	}

	public synchronized boolean isSuspended() {
		return this.suspended;
	}

	public synchronized int suspensions() {
		return this.suspensions;
	}

	public synchronized int pings() {
		return this.pings;
	}

	/** Code and text of the close frame. */
	public synchronized @Nullable String closing() {
		return this.closing;
	}

	private void complete(WriteCallback callback) {
		Throwable failure;
		synchronized (this) {
			this.writing = false;
			failure = this.failure;
		}
		if (failure != null) {
			callback.failed(failure);
		}
		else {
			callback.written();
		}
	}

	private void violatedIf(boolean violated, String what) {
		if (violated) {
			this.violations.add(what);
		}
	}

	private static void run(@Nullable Runnable action) {
		if (action != null) {
			action.run();
		}
	}

}
