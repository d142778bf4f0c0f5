/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The {@link PublicationCounter} that just counts.
 */
public final class PublicationCounts implements PublicationCounter {

	private final LongAdder accepted = new LongAdder();

	private final Map<PublicationFailure, LongAdder> failed = Stream.of(PublicationFailure.values())
		.collect(Collectors.toUnmodifiableMap(Function.identity(), (reason) -> new LongAdder()));

	@Override
	public void accepted(int count) {
		this.accepted.add(count);
	}

	@Override
	public void failed(PublicationFailure reason) {
		adder(reason).increment();
	}

	/**
	 * How many publications and commands were taken.
	 * @return the number since the start
	 */
	public long accepted() {
		return this.accepted.sum();
	}

	/**
	 * How many were not taken for one reason.
	 * @param reason the reason
	 * @return the number since the start
	 */
	public long count(PublicationFailure reason) {
		return adder(reason).sum();
	}

	@SuppressWarnings("NullAway") // the map has every reason
	private LongAdder adder(PublicationFailure reason) {
		return this.failed.get(reason);
	}

}
