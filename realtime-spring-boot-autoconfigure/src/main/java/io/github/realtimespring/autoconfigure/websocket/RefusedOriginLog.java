/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;

/**
 * Says once per origin that it was refused, so that a forgotten entry is found at once
 * and a stranger cannot fill the log.
 */
class RefusedOriginLog {

	private static final Log logger = LogFactory.getLog(RefusedOriginLog.class);

	private static final int MAX_ORIGINS = 100;

	private final Set<String> seen = ConcurrentHashMap.newKeySet();

	/**
	 * Log a refusal. Only parsed origins are named: they hold no character that could
	 * forge a log entry.
	 * @param origin the refused origin, or {@code null} if there was no single valid one
	 * @param own the origin that the request was sent to
	 */
	void log(@Nullable Origin origin, @Nullable Origin own) {
		String name = (origin != null) ? origin.toString() : "a missing, opaque or malformed origin";
		if (this.seen.size() < MAX_ORIGINS && this.seen.add(name)) {
			logger.warn(LogMessage.format(
					"Refused a handshake from %s, sent to %s. If this page is yours, add it to "
							+ "'realtime.origins.allowed'; behind a proxy, set 'server.forward-headers-strategy'",
					name, own));
		}
		else {
			logger.debug(LogMessage.format("Refused a handshake from %s, sent to %s", name, own));
		}
	}

}
