/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import java.text.ParseException;
import java.time.Duration;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.KeySourceException;
import io.github.realtimespring.auth.AuthenticationResult;
import io.github.realtimespring.auth.Identity;
import io.github.realtimespring.protocol.DisconnectReason;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * {@link TokenVerifier} on the keys of the configuration. The signature is checked first;
 * nothing of the payload is looked at before.
 */
final class JwsTokenVerifier implements TokenVerifier {

	private static final Log logger = LogFactory.getLog(JwsTokenVerifier.class);

	private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

	private final SignatureCheck signatures;

	private final ClaimsCheck checks;

	private final IdentityMapper identities;

	JwsTokenVerifier(SignatureCheck signatures, ClaimsCheck checks, IdentityMapper identities) {
		this.signatures = signatures;
		this.checks = checks;
		this.identities = identities;
	}

	@Override
	public AuthenticationResult verify(String token) {
		try {
			TokenClaims claims = isCompact(token) ? verified(JWSObject.parse(token)) : null;
			return (claims != null) ? decide(claims) : AuthenticationResult.unauthorized();
		}
		catch (KeySourceException ex) {
			logger.warn("Tokens cannot be verified, their keys are not available: " + ex.getClass().getName());
			return AuthenticationResult.unavailable(RETRY_AFTER);
		}
		catch (ParseException | JOSEException | RuntimeException ex) {
			// the message might quote the token
			logger.debug("Refused a token: " + ex.getClass().getName());
			return AuthenticationResult.unauthorized();
		}
	}

	private @Nullable TokenClaims verified(JWSObject token) throws JOSEException {
		return this.signatures.isValid(token) ? TokenPayload.read(token.getPayload().toBytes()) : null;
	}

	private AuthenticationResult decide(TokenClaims claims) {
		DisconnectReason reason = this.checks.check(claims);
		if (reason != null) {
			return new AuthenticationResult.Rejected(reason);
		}
		Identity identity = this.identities.map(claims, NumericDate.expiry(claims));
		return (identity != null) ? AuthenticationResult.accepted(identity) : AuthenticationResult.unauthorized();
	}

	/** Nimbus skips characters that do not belong into Base64; a token has none. */
	private static boolean isCompact(String token) {
		return token.chars()
			.allMatch((c) -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
					|| c == '_' || c == '.');
	}

}
