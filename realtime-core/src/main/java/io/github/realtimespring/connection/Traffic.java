/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.connection;

import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what all connections of a server sent and received. The counters only grow and
 * may be read from any thread.
 */
public final class Traffic {

	private final LongAdder sent = new LongAdder();

	private final LongAdder failed = new LongAdder();

	private final LongAdder timedOut = new LongAdder();

	private final LongAdder bytesSent = new LongAdder();

	private final LongAdder bytesReceived = new LongAdder();

	private final LongAdder queued = new LongAdder();

	/**
	 * Messages handed to the operating system.
	 * @return the number of messages
	 */
	public long sent() {
		return this.sent.sum();
	}

	/**
	 * Messages that could not be written because the connection broke.
	 * @return the number of messages
	 */
	public long failed() {
		return this.failed.sum();
	}

	/**
	 * Writes that did not end in time.
	 * @return the number of writes
	 */
	public long timedOut() {
		return this.timedOut.sum();
	}

	/**
	 * Payload bytes handed to the operating system.
	 * @return the number of bytes
	 */
	public long bytesSent() {
		return this.bytesSent.sum();
	}

	/**
	 * Payload bytes received.
	 * @return the number of bytes
	 */
	public long bytesReceived() {
		return this.bytesReceived.sum();
	}

	/**
	 * Payload bytes that wait in all outboxes now.
	 * @return the number of bytes
	 */
	public long queued() {
		return this.queued.sum();
	}

	/**
	 * Count a received message.
	 * @param bytes the size of its payload
	 */
	public void received(int bytes) {
		this.bytesReceived.add(bytes);
	}

	void written(int messages, int bytes) {
		this.sent.add(messages);
		this.bytesSent.add(bytes);
	}

	void writeFailed(int messages) {
		this.failed.add(messages);
	}

	void writeTimedOut() {
		this.timedOut.increment();
	}

	void queued(int bytes) {
		this.queued.add(bytes);
	}

}
