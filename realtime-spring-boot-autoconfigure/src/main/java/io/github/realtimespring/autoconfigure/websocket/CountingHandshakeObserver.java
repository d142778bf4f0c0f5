/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Counts every handshake, and lets another observer stand around it.
 */
final class CountingHandshakeObserver implements HandshakeObserver {

	private final HandshakeCounters counters;

	private final @Nullable HandshakeObserver delegate;

	CountingHandshakeObserver(HandshakeCounters counters, @Nullable HandshakeObserver delegate) {
		this.counters = counters;
		this.delegate = delegate;
	}

	@Override
	public void observe(HttpServletRequest request, Decision decision) throws IOException {
		if (this.delegate == null) {
			count(decision);
		}
		else {
			this.delegate.observe(request, () -> count(decision));
		}
	}

	private HandshakeOutcome count(Decision decision) throws IOException {
		HandshakeOutcome outcome = decision.decide();
		this.counters.increment(outcome);
		return outcome;
	}

}
