/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

/**
 * A token bucket for one connection. Used by one thread at a time.
 */
final class RateLimit {

	private final int limit;

	private final double perNano;

	private double tokens;

	private long last = System.nanoTime();

	RateLimit(SessionSettings settings) {
		this.limit = settings.rateLimit();
		this.perNano = (double) this.limit / Math.max(1, settings.rateLimitWindow().toNanos());
		this.tokens = this.limit;
	}

	boolean tryAcquire() {
		if (this.limit == 0) {
			return true;
		}
		long now = System.nanoTime();
		this.tokens = Math.min(this.limit, this.tokens + (now - this.last) * this.perNano);
		this.last = now;
		if (this.tokens < 1) {
			return false;
		}
		this.tokens--;
		return true;
	}

}
