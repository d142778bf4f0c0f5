/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * The {@link PublicationCounter} that just counts.
 */
public final class PublicationCounts implements PublicationCounter {

	private final LongAdder accepted = new LongAdder();

	private final LongAdder[] failed = Stream.of(PublicationFailure.values())
		.map((reason) -> new LongAdder())
		.toArray(LongAdder[]::new);

	@Override
	public void accepted(int count) {
		this.accepted.add(count);
	}

	@Override
	public void failed(PublicationFailure reason) {
		this.failed[reason.ordinal()].increment();
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
		return this.failed[reason.ordinal()].sum();
	}

}
