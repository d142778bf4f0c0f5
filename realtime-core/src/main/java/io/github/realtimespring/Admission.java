/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring;

import java.time.Duration;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Decides whether one more connection may come. Safe from any thread.
 */
public final class Admission {

	private static final Duration FULL = Duration.ofSeconds(5);

	private static final Duration DRAINING = Duration.ofSeconds(1);

	private final int maxConnections;

	private final IntSupplier connections;

	private volatile boolean closed = true;

	Admission(int maxConnections, IntSupplier connections) {
		this.maxConnections = maxConnections;
		this.connections = connections;
	}

	/**
	 * Ask for admission.
	 * @return how long a client that is turned away should wait, or empty if the
	 * connection may come
	 */
	public Optional<Duration> turnAway() {
		if (this.closed) {
			return Optional.of(DRAINING);
		}
		boolean full = this.maxConnections > 0 && this.connections.getAsInt() >= this.maxConnections;
		return full ? Optional.of(FULL) : Optional.empty();
	}

	/**
	 * Whether the server turns everybody away because it shuts down.
	 * @return {@code true} if it does
	 */
	public boolean isClosed() {
		return this.closed;
	}

	void open() {
		this.closed = false;
	}

	void close() {
		this.closed = true;
	}

}
