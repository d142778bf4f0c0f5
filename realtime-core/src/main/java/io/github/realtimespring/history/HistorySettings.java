/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.history;

import java.time.Duration;

/**
 * How much of each stream is kept.
 *
 * @param enabled whether anything is kept
 * @param limit the greatest number of publications a stream
 * @param ttl how long a publication is kept
 * @param maxBytes the greatest number of payload bytes of all streams together
 */
public record HistorySettings(boolean enabled, int limit, Duration ttl, long maxBytes) {
}
