/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Decides which web pages may open connections, against cross-site WebSocket hijacking:
 * browsers let every page open a WebSocket to every host and send the host's cookies
 * along. Declare a bean of this type to decide in another way.
 * <p>
 * Called on the thread of the HTTP request before anything else is done with a handshake;
 * must not block.
 */
@FunctionalInterface
public interface AllowedOrigins {

	/**
	 * Decide about a handshake by its {@code Origin} header.
	 * @param request the request that asks for a WebSocket
	 * @return the decision
	 */
	OriginDecision decide(HttpServletRequest request);

}
