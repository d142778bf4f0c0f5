/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Counts handshakes by their outcome. Safe from any thread.
 */
public final class HandshakeCounters {

	private final Map<HandshakeOutcome, LongAdder> counters = Stream.of(HandshakeOutcome.values())
		.collect(Collectors.toUnmodifiableMap(Function.identity(), (outcome) -> new LongAdder()));

	/**
	 * How many handshakes had an outcome.
	 * @param outcome the outcome
	 * @return the number since the start
	 */
	public long count(HandshakeOutcome outcome) {
		LongAdder counter = this.counters.get(outcome);
		return (counter != null) ? counter.sum() : 0;
	}

	void increment(HandshakeOutcome outcome) {
		@Nullable LongAdder counter = this.counters.get(outcome);
		if (counter != null) {
			counter.increment();
		}
	}

}
