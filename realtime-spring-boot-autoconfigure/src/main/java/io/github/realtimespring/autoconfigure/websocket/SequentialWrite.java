/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.util.List;

import io.github.realtimespring.connection.Connection.WriteCallback;
import io.github.realtimespring.connection.Frame;
import org.jspecify.annotations.Nullable;

/**
 * Writes frames one after another through an API that takes one message at a time and
 * tells later when it was sent. Where it tells at once, this goes on in a loop instead of
 * deeper into the stack.
 */
final class SequentialWrite {

	private final List<Frame> frames;

	private final WriteCallback callback;

	private final Sender sender;

	/** Guarded by this, as is everything below. */
	private int next;

	private boolean sending;

	private boolean looping;

	private boolean finished;

	SequentialWrite(List<Frame> frames, WriteCallback callback, Sender sender) {
		this.frames = frames;
		this.callback = callback;
		this.sender = sender;
	}

	void run() {
		for (Frame frame = begin(); frame != null; frame = begin()) {
			try {
				this.sender.send(frame, this::done);
			}
			catch (RuntimeException ex) {
				done(ex);
			}
			if (!sentAtOnce()) {
				return;
			}
		}
	}

	private synchronized @Nullable Frame begin() {
		if (this.finished) {
			return null;
		}
		this.sending = true;
		this.looping = true;
		return this.frames.get(this.next);
	}

	private synchronized boolean sentAtOnce() {
		this.looping = false;
		return !this.sending;
	}

	private void done(@Nullable Throwable failure) {
		boolean goOn;
		boolean last;
		synchronized (this) {
			if (!this.sending || this.finished) {
				return;
			}
			this.sending = false;
			last = failure != null || ++this.next == this.frames.size();
			this.finished = last;
			goOn = !this.looping;
		}
		if (failure != null) {
			this.callback.failed(failure);
		}
		else if (last) {
			this.callback.written();
		}
		else if (goOn) {
			run();
		}
	}

	/**
	 * Sends one message.
	 */
	interface Sender {

		/**
		 * Start to send.
		 * @param frame the message
		 * @param result told when it was sent
		 */
		void send(Frame frame, Result result);

	}

	/**
	 * Told when a message was sent.
	 */
	interface Result {

		/**
		 * The message was sent, or not.
		 * @param failure what happened, or {@code null} if it was sent
		 */
		void done(@Nullable Throwable failure);

	}

}
