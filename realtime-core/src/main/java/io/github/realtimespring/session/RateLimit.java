/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

import java.util.function.LongSupplier;

/**
 * A token bucket for one connection. Used by one thread at a time.
 */
final class RateLimit {

	private final int limit;

	private final double perNano;

	private double tokens;

	private final LongSupplier ticker;

	private long last;

	RateLimit(SessionSettings settings, LongSupplier ticker) {
		this.ticker = ticker;
		this.last = ticker.getAsLong();
		this.limit = settings.rateLimit();
		this.perNano = (double) this.limit / Math.max(1, settings.rateLimitWindow().toNanos());
		this.tokens = this.limit;
	}

	boolean tryAcquire() {
		if (this.limit == 0) {
			return true;
		}
		long now = this.ticker.getAsLong();
		this.tokens = Math.min(this.limit, this.tokens + (now - this.last) * this.perNano);
		this.last = now;
		if (this.tokens < 1) {
			return false;
		}
		this.tokens--;
		return true;
	}

}
