/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import io.github.realtimespring.auth.AuthenticationResult;
import io.github.realtimespring.auth.ConnectionAuthenticator;
import io.github.realtimespring.auth.HandshakeRequest;
import io.github.realtimespring.auth.TokenExtractor;

/**
 * {@link ConnectionAuthenticator} that wants a JSON Web Token. A token that is present
 * but bad is always refused, even where none is required.
 */
final class JwtConnectionAuthenticator implements ConnectionAuthenticator {

	/** The most that is parsed of what a stranger sends, in characters. */
	static final int MAX_TOKEN_LENGTH = 8 * 1024;

	private final TokenExtractor extractor;

	private final TokenVerifier verifier;

	private final boolean required;

	JwtConnectionAuthenticator(TokenExtractor extractor, TokenVerifier verifier, boolean required) {
		this.extractor = extractor;
		this.verifier = verifier;
		this.required = required;
	}

	@Override
	public AuthenticationResult authenticate(HandshakeRequest request) {
		String token = this.extractor.extract(request);
		if (token == null) {
			return this.required ? AuthenticationResult.unauthorized() : AuthenticationResult.anonymous();
		}
		if (token.isEmpty() || token.length() > MAX_TOKEN_LENGTH) {
			return AuthenticationResult.unauthorized();
		}
		return this.verifier.verify(token);
	}

}
