/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

import io.github.realtimespring.autoconfigure.PublicationSource;

/**
 * The {@link PublicationCounter} that just counts. Safe from any thread.
 */
public final class PublicationCounts implements PublicationCounter {

	private static final int REASONS = PublicationFailure.values().length;

	private final LongAdder[] accepted = adders(PublicationSource.values().length);

	private final LongAdder[] failed = adders(PublicationSource.values().length * REASONS);

	@Override
	public void accepted(PublicationSource source, int count) {
		this.accepted[source.ordinal()].add(count);
	}

	@Override
	public void failed(PublicationSource source, PublicationFailure reason) {
		failures(source, reason).increment();
	}

	/**
	 * How many publications and commands an endpoint took.
	 * @param source the endpoint
	 * @return the number since the start
	 */
	public long accepted(PublicationSource source) {
		return this.accepted[source.ordinal()].sum();
	}

	/**
	 * How many were not taken for one reason.
	 * @param source the endpoint
	 * @param reason the reason
	 * @return the number since the start
	 */
	public long count(PublicationSource source, PublicationFailure reason) {
		return failures(source, reason).sum();
	}

	private LongAdder failures(PublicationSource source, PublicationFailure reason) {
		return this.failed[source.ordinal() * REASONS + reason.ordinal()];
	}

	private static LongAdder[] adders(int number) {
		return Stream.generate(LongAdder::new).limit(number).toArray(LongAdder[]::new);
	}

}
