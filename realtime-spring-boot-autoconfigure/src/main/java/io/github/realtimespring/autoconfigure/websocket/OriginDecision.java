/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

/**
 * What was found about the origin of a handshake.
 */
public enum OriginDecision {

	/** The request names an origin, and it is allowed. */
	ALLOWED,

	/**
	 * The request names no origin, and that is accepted: it does not come from a web
	 * page. Credentials that a browser would send by itself must not be read.
	 */
	MISSING,

	/** The handshake must be answered with 403. */
	REFUSED

}
