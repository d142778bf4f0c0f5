/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.auth;

import java.time.Duration;

import io.github.realtimespring.protocol.DisconnectReason;
import org.jspecify.annotations.Nullable;

/**
 * What an authenticator decided.
 */
public sealed interface AuthenticationResult {

	/**
	 * Accept the connection.
	 * @param identity whom it belongs to
	 * @return the result
	 */
	static AuthenticationResult accepted(Identity identity) {
		return new Accepted(identity);
	}

	/**
	 * Accept the connection without a token. Its identifiers become
	 * {@code {"sid":"<connection id>"}}.
	 * @return the result
	 */
	static AuthenticationResult anonymous() {
		return new Accepted(null);
	}

	/**
	 * Refuse the connection for good: the token is missing or wrong.
	 * @return the result
	 */
	static AuthenticationResult unauthorized() {
		return new Rejected(DisconnectReason.UNAUTHORIZED);
	}

	/**
	 * Refuse the connection because its token ran out; the client may come back with a
	 * new one.
	 * @return the result
	 */
	static AuthenticationResult tokenExpired() {
		return new Rejected(DisconnectReason.TOKEN_EXPIRED);
	}

	/**
	 * Nobody can tell now, for example because the keys cannot be fetched. The handshake
	 * is answered with 503.
	 * @param retryAfter how long the client should wait
	 * @return the result
	 */
	static AuthenticationResult unavailable(Duration retryAfter) {
		return new Unavailable(retryAfter);
	}

	/**
	 * The connection is accepted.
	 *
	 * @param identity whom it belongs to, or {@code null} for an anonymous connection
	 */
	record Accepted(@Nullable Identity identity) implements AuthenticationResult {
	}

	/**
	 * The connection is refused.
	 *
	 * @param reason what the client is told
	 */
	record Rejected(DisconnectReason reason) implements AuthenticationResult {
	}

	/**
	 * The decision cannot be made now.
	 *
	 * @param retryAfter how long the client should wait
	 */
	record Unavailable(Duration retryAfter) implements AuthenticationResult {
	}

}
