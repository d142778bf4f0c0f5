/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

import java.time.Duration;

import io.github.realtimespring.connection.OutboxSettings;

/**
 * Settings that a test changes before it starts. Without a change no timer runs within a
 * test.
 */
final class TestSettings {

	Duration pongTimeout = Duration.ZERO;

	Duration heartbeatInterval = Duration.ZERO;

	Duration heartbeatTimeout = Duration.ofHours(1);

	int maxSubscriptions = 1000;

	int maxIdentifierLength = 4096;

	int maxQueuedCommands = 32;

	int rateLimit;

	Duration rateLimitWindow = Duration.ofSeconds(10);

	boolean closeOnExpiry;

	int maxBytes = Integer.MAX_VALUE;

	Duration writeTimeout = Duration.ofHours(1);

	Duration closeTimeout = Duration.ofHours(1);

	SessionSettings build() {
		return new SessionSettings(Duration.ZERO, this.pongTimeout, this.heartbeatInterval, this.heartbeatTimeout,
				this.maxSubscriptions, this.maxIdentifierLength, this.maxQueuedCommands, this.rateLimit,
				this.rateLimitWindow, this.closeOnExpiry,
				new OutboxSettings(this.maxBytes, this.writeTimeout, this.closeTimeout));
	}

}
