/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Stands around the decision about each handshake.
 */
public interface HandshakeObserver {

	/**
	 * Run a decision and observe it.
	 * @param request the request; only its path may be looked at
	 * @param decision the decision, to be run exactly once
	 * @throws IOException if the decision throws it
	 */
	void observe(HttpServletRequest request, Decision decision) throws IOException;

	/**
	 * The decision about a handshake.
	 */
	@FunctionalInterface
	interface Decision {

		/**
		 * Decide and answer.
		 * @return how it ended
		 * @throws IOException if the answer cannot be written
		 */
		HandshakeOutcome decide() throws IOException;

	}

}
