/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.connection;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An outbox on a {@link TestConnection}, with everything around it.
 */
final class OutboxFixture implements OutboxListener, AutoCloseable {

	final TestConnection connection = new TestConnection();

	final Traffic traffic = new Traffic();

	final AtomicInteger overflows = new AtomicInteger();

	final AtomicInteger timeouts = new AtomicInteger();

	final AtomicInteger failures = new AtomicInteger();

	final TimerWheel timers = new TimerWheel("outbox-test-timer");

	final Outbox outbox;

	OutboxFixture(int maxBytes) {
		this(maxBytes, Duration.ofMinutes(5), Duration.ofMinutes(5));
	}

	OutboxFixture(int maxBytes, Duration writeTimeout, Duration closeTimeout) {
		this.outbox = new Outbox(this.connection, this, new OutboxSettings(maxBytes, writeTimeout, closeTimeout),
				this.timers, this.traffic);
		this.timers.start();
	}

	void send(String... texts) {
		for (String text : texts) {
			this.outbox.send(Frame.of(text));
		}
	}

	@Override
	public void overflow() {
		this.overflows.incrementAndGet();
	}

	@Override
	public void timedOut() {
		this.timeouts.incrementAndGet();
	}

	@Override
	public void failed() {
		this.failures.incrementAndGet();
	}

	@Override
	public void close() {
		this.timers.stop();
	}

}
