/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.metrics;

import io.github.realtimespring.autoconfigure.websocket.HandshakeOutcome;
import io.micrometer.observation.Observation;

/**
 * What is known of a handshake that is observed. Nothing of the request is: its query may
 * hold a token.
 */
public final class HandshakeObservationContext extends Observation.Context {

	private HandshakeOutcome outcome = HandshakeOutcome.ERROR;

	HandshakeObservationContext() {
	}

	/**
	 * How the handshake ended.
	 * @return the outcome
	 */
	public HandshakeOutcome outcome() {
		return this.outcome;
	}

	void outcome(HandshakeOutcome outcome) {
		this.outcome = outcome;
	}

}
