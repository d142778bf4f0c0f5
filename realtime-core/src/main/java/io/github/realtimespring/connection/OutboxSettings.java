/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.connection;

import java.time.Duration;

/**
 * The bounds of an outbox.
 *
 * @param maxBytes how many payload bytes may wait before a further frame overflows; what
 * is being written does not count
 * @param writeTimeout how long one write may take
 * @param closeTimeout how long the peer may take to answer a close frame
 */
public record OutboxSettings(int maxBytes, Duration writeTimeout, Duration closeTimeout) {
}
