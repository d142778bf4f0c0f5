/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.lifecycle;

import io.github.realtimespring.RealtimeServer;

import org.springframework.context.SmartLifecycle;

/**
 * Starts the server before the web server accepts connections, and stops it when the web
 * server is gone.
 */
final class ServerLifecycle implements SmartLifecycle {

	/** Below the web server's phase, which is {@code DEFAULT_PHASE - 2048}. */
	static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 4096;

	private final RealtimeServer server;

	private volatile boolean running;

	ServerLifecycle(RealtimeServer server) {
		this.server = server;
	}

	@Override
	public void start() {
		this.server.start();
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		this.server.stop();
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
