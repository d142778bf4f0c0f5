/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import com.nimbusds.jose.KeySourceException;
import io.github.realtimespring.auth.AuthenticationResult;
import io.github.realtimespring.auth.Identity;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * {@link TokenVerifier} on the application's own {@link JwtDecoder}, whose validators
 * decide about times, issuer and audience.
 */
final class DecoderTokenVerifier implements TokenVerifier {

	private static final Log logger = LogFactory.getLog(DecoderTokenVerifier.class);

	private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

	private final JwtDecoder decoder;

	private final IdentityMapper identities;

	DecoderTokenVerifier(JwtDecoder decoder, IdentityMapper identities) {
		this.decoder = decoder;
		this.identities = identities;
	}

	@Override
	public AuthenticationResult verify(String token) {
		try {
			return accept(this.decoder.decode(token));
		}
		catch (JwtValidationException ex) {
			return isExpiry(ex) ? AuthenticationResult.tokenExpired() : AuthenticationResult.unauthorized();
		}
		catch (RuntimeException ex) {
			return isOutage(ex) ? unavailable(ex) : refused(ex);
		}
	}

	private AuthenticationResult accept(Jwt jwt) {
		Map<String, Object> claims = jwt.getClaims();
		Identity identity = this.identities.map(new TokenClaims(claims, ext(claims)), jwt.getExpiresAt());
		return (identity != null) ? AuthenticationResult.accepted(identity) : AuthenticationResult.unauthorized();
	}

	private static @Nullable String ext(Map<String, Object> claims) {
		Object ext = claims.get(TokenClaims.EXT);
		if (ext instanceof Map<?, ?> object) {
			return CompactJson.write(object);
		}
		return (ext instanceof String text) ? text : null;
	}

	/** Spring Security's validator tells an expiry by its description only. */
	private static boolean isExpiry(JwtValidationException ex) {
		return ex.getErrors()
			.stream()
			.anyMatch((error) -> error.getDescription() != null && error.getDescription().startsWith("Jwt expired"));
	}

	private static boolean isOutage(RuntimeException ex) {
		Throwable cause = ex;
		while (cause != null && !(cause instanceof KeySourceException) && !(cause instanceof IOException)) {
			cause = cause.getCause();
		}
		return cause != null;
	}

	private static AuthenticationResult unavailable(RuntimeException ex) {
		logger.warn("Tokens cannot be verified by the application's decoder: " + ex.getClass().getName());
		return AuthenticationResult.unavailable(RETRY_AFTER);
	}

	private static AuthenticationResult refused(RuntimeException ex) {
		// the message might quote the token
		logger.debug("The application's decoder refused a token: " + ex.getClass().getName());
		return AuthenticationResult.unauthorized();
	}

}
