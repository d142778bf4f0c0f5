/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Instant;

import javax.crypto.spec.SecretKeySpec;

import io.github.realtimespring.auth.AuthenticationResult;
import io.github.realtimespring.auth.Identity;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DecoderTokenVerifier} with Spring Security's decoder.
 */
class DecoderTokenVerifierTests {

	private final TokenVerifier verifier = verifier(NimbusJwtDecoder
		.withSecretKey(new SecretKeySpec(TestTokens.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"))
		.macAlgorithm(MacAlgorithm.HS256)
		.build());

	@Test
	@DisplayName("A1: the application's decoder decides, its claims make the identity")
	void a1DecoderDecides() {
		AuthenticationResult result = this.verifier
			.verify(TestTokens.hs256("{\"ext\":{\"z\":[1,2.5,\"a\"],\"user_id\":42,\"n\":null,\"o\":{\"t\":true}},"
					+ "\"exp\":4102444800,\"jti\":\"t-1\"}"));
		assertThat(result).isInstanceOfSatisfying(AuthenticationResult.Accepted.class, (accepted) -> {
			Identity identity = accepted.identity();
			assertThat(identity).isNotNull();
			assertThat(identity.identifiers())
				.isEqualTo("{\"z\":[1,2.5,\"a\"],\"user_id\":42,\"n\":null,\"o\":{\"t\":true}}");
			assertThat(identity.principal()).isEqualTo("42");
			assertThat(identity.tokenId()).isEqualTo("t-1");
			assertThat(identity.expiresAt()).isEqualTo(Instant.ofEpochSecond(4102444800L));
		});
	}

	@Test
	@DisplayName("A3: the decoder's validators find an expired token")
	void a3ExpiredTokenIsToldSo() {
		assertThat(this.verifier.verify(TestTokens.vector("expired"))).isEqualTo(AuthenticationResult.tokenExpired());
	}

	@Test
	@DisplayName("A1: what the decoder refuses is unauthorized")
	void a1RefusedTokensAreUnauthorized() {
		for (String token : new String[] { "x", TestTokens.hs256("{}"), TestTokens.hs256("{\"ext\":42}"),
				TestTokens.hs256("{\"ext\":\"{}\",\"nbf\":4102444800}"),
				TestTokens.hmac("HS256", "x".repeat(32), "{\"ext\":\"{}\",\"exp\":1}"),
				TestTokens.hmac("HS512", TestTokens.LONG_SECRET, "{\"ext\":\"{}\"}") }) {
			assertThat(this.verifier.verify(token)).as(token).isEqualTo(AuthenticationResult.unauthorized());
		}
	}

	@Test
	void whatTheDecoderThrowsDecides() {
		assertThat(verify(new BadJwtException("x"))).isEqualTo(AuthenticationResult.unauthorized());
		assertThat(verify(new JwtException("x"))).isEqualTo(AuthenticationResult.unauthorized());
		assertThat(verify(new IllegalStateException("x"))).isEqualTo(AuthenticationResult.unauthorized());
		assertThat(verify(new JwtException("x", new IOException("x"))))
			.isInstanceOf(AuthenticationResult.Unavailable.class);
		assertThat(verify(new UncheckedIOException(new IOException("x"))))
			.isInstanceOf(AuthenticationResult.Unavailable.class);
	}

	@Test
	void keySetOfTheDecoderThatCannotBeReachedIsUnavailable() throws Exception {
		try (KeyServer server = new KeyServer()) {
			TokenVerifier remote = verifier(NimbusJwtDecoder.withJwkSetUri(server.url("/keys")).build());
			String token = TestTokens.sign("SHA256withRSA",
					KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate(), "{\"alg\":\"RS256\"}", "{}");
			assertThat(remote.verify(token)).isInstanceOf(AuthenticationResult.Unavailable.class);
		}
	}

	private static AuthenticationResult verify(RuntimeException failure) {
		return verifier((token) -> {
			throw failure;
		}).verify("x");
	}

	private static TokenVerifier verifier(JwtDecoder decoder) {
		return new DecoderTokenVerifier(decoder, new IdentityMapper(null, true));
	}

}
