/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import java.time.Duration;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.log.LogMessage;

/**
 * Warns about settings that are allowed but will not do what was meant.
 */
final class CableAdvice {

	private static final Log logger = LogFactory.getLog(CableAdvice.class);

	/**
	 * Action Cable's clients take two missed pings of three seconds for a dead
	 * connection.
	 */
	private static final Duration PATIENCE_OF_CLIENTS = Duration.ofSeconds(6);

	private CableAdvice() {
	}

	static void give(CableProperties cable) {
		if (cable.pingInterval().compareTo(PATIENCE_OF_CLIENTS) > 0) {
			logger.warn(LogMessage.format(
					"'realtime.cable.ping-interval' is %d s, but stock clients connect again after 6 s without a "
							+ "message. Set it to 3s, or tell every client another interval.",
					cable.pingInterval().toSeconds()));
		}
		if (cable.pingInterval().isZero() && !cable.pongTimeout().isZero()) {
			logger.warn("'realtime.cable.pong-timeout' has no effect: it counts from a ping message, and "
					+ "'realtime.cable.ping-interval' is 0, so that none are sent.");
		}
	}

}
