/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

/**
 * Connections shall be authenticated, but there is nothing to do it with.
 */
final class MissingAuthenticationException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String action;

	private MissingAuthenticationException(String message, String action) {
		super(message);
		this.action = action;
	}

	static MissingAuthenticationException noKey() {
		return new MissingAuthenticationException(
				"Connections cannot be authenticated: neither a secret nor a key is configured",
				"Set 'realtime.secret' to at least 32 random bytes, for example the output of 'openssl rand -hex 32', "
						+ "or name the keys of your issuer with 'realtime.jwt.issuer-uri', 'realtime.jwt.jwk-set-uri' "
						+ "or 'realtime.jwt.public-key-location'. To work without authentication, "
						+ "set 'realtime.public=true'.");
	}

	static MissingAuthenticationException noLibrary() {
		return new MissingAuthenticationException(
				"Connections cannot be authenticated: there is no JWT support on the class path",
				"Add 'org.springframework.security:spring-security-oauth2-jose', or declare a bean of type "
						+ "ConnectionAuthenticator. To work without authentication, set 'realtime.public=true'.");
	}

	String action() {
		return this.action;
	}

}
