/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.actuate;

import io.github.realtimespring.RealtimeServer;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Whether clients can connect: not before the server is started, and not any more once it
 * drains.
 */
class RealtimeHealthIndicator extends AbstractHealthIndicator {

	private final RealtimeServer server;

	private final String backend;

	private final String transport;

	RealtimeHealthIndicator(RealtimeServer server, String backend, String transport) {
		super("The realtime server could not be asked");
		this.server = server;
		this.backend = backend;
		this.transport = transport;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		builder.withDetail("connections", this.server.registry().size())
			.withDetail("streams", this.server.hub().streams())
			.withDetail("backend", this.backend)
			.withDetail("transport", this.transport);
		if (this.server.admission().isClosed()) {
			builder.outOfService();
		}
		else {
			builder.up();
		}
	}

}
