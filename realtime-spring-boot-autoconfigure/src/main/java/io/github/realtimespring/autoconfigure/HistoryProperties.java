/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import java.time.Duration;

import io.github.realtimespring.history.HistorySettings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of each stream is kept.
 *
 * @param enabled Whether publications are kept, so that what was missed can be healed.
 * @param limit Greatest number of publications that are kept of a stream.
 * @param ttl How long a publication is kept.
 * @param maxMemory Greatest size of all publications that are kept in memory.
 */
@ConfigurationProperties("realtime.history")
record HistoryProperties(@DefaultValue("true") boolean enabled, @DefaultValue("1000") int limit,
		@DefaultValue("5m") Duration ttl, @DefaultValue("64MB") DataSize maxMemory) {

	HistoryProperties {
		PropertyChecks.atLeast("realtime.history.limit", limit, 1);
		PropertyChecks.positive("realtime.history.ttl", ttl);
		if (maxMemory.toBytes() < 1) {
			throw PropertyChecks.invalid("realtime.history.max-memory", maxMemory,
					"It must be positive. To keep nothing, set 'realtime.history.enabled=false'.");
		}
	}

	HistorySettings settings() {
		return new HistorySettings(this.enabled, this.limit, this.ttl, this.maxMemory.toBytes());
	}

}
