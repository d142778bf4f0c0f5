/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.lifecycle;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.github.realtimespring.RealtimeServer;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.log.LogMessage;

/**
 * Empties the server before the web server stops: readiness off, no new connections, and
 * every client is told to connect elsewhere, spread over a window so that they do not all
 * arrive there at once. Does not hold up the shutdown once the last connection is gone.
 */
final class DrainLifecycle implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(DrainLifecycle.class);

	/**
	 * Above the web server's graceful shutdown, which is {@code DEFAULT_PHASE - 1024}.
	 */
	static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 512;

	private final RealtimeServer server;

	private final ApplicationContext context;

	private final Duration window;

	private volatile boolean running;

	private volatile boolean refusing;

	DrainLifecycle(RealtimeServer server, ApplicationContext context, Duration window) {
		this.server = server;
		this.context = context;
		this.window = window;
	}

	@Override
	public void start() {
		if (this.refusing) {
			// started again: the first time it is the application that says so
			this.refusing = false;
			AvailabilityChangeEvent.publish(this.context, ReadinessState.ACCEPTING_TRAFFIC);
		}
		this.running = true;
	}

	@Override
	public void stop(Runnable callback) {
		this.running = false;
		int connections = this.server.registry().size();
		this.refusing = true;
		AvailabilityChangeEvent.publish(this.context, ReadinessState.REFUSING_TRAFFIC);
		long start = System.nanoTime();
		this.server.drain(this.window).whenComplete((nothing, ex) -> {
			if (connections > 0) {
				logger.info(LogMessage.format("Drained %d realtime connections in %d ms", connections,
						TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
			}
			callback.run();
		});
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
