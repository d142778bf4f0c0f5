/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.auth;

/**
 * Decides who may connect. The seam that an application replaces to authenticate
 * connections in its own way: declare a bean of this type and the JWT authenticator backs
 * off.
 */
@FunctionalInterface
public interface ConnectionAuthenticator {

	/**
	 * Authenticate a handshake. Called on the thread of the HTTP request, after the
	 * limits and the origin were checked; it may block briefly. An exception counts as
	 * {@link AuthenticationResult#unauthorized()} and is logged without its message,
	 * since that might hold a token.
	 * @param request the handshake
	 * @return the decision
	 */
	AuthenticationResult authenticate(HandshakeRequest request);

}
