/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.util.Objects;

import io.github.realtimespring.auth.AuthenticationResult;
import io.github.realtimespring.auth.ConnectionAuthenticator;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Authenticates handshakes on behalf of everything that accepts connections. An exception
 * of the authenticator refuses the handshake.
 */
class HandshakeAuthentication {

	private static final Log logger = LogFactory.getLog(HandshakeAuthentication.class);

	private final ConnectionAuthenticator authenticator;

	HandshakeAuthentication(ConnectionAuthenticator authenticator) {
		this.authenticator = authenticator;
	}

	/**
	 * Authenticate a handshake whose origin was checked.
	 * @param request the request
	 * @param origin what was found about its origin
	 * @return the decision, never {@code null}
	 */
	AuthenticationResult authenticate(HttpServletRequest request, OriginDecision origin) {
		try {
			boolean originAllowed = origin == OriginDecision.ALLOWED;
			ServletHandshakeRequest handshake = new ServletHandshakeRequest(request, originAllowed);
			return Objects.requireNonNull(this.authenticator.authenticate(handshake));
		}
		catch (RuntimeException ex) {
			// neither message nor stack trace: both may quote the token
			logger.warn("The authentication of a handshake failed with " + ex.getClass().getName());
			return AuthenticationResult.unauthorized();
		}
	}

}
