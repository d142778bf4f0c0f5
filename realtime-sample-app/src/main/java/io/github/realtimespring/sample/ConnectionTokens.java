/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.sample;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import javax.crypto.spec.SecretKeySpec;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/**
 * Issues the tokens that open connections. Any other program that holds the secret could
 * issue them as well.
 */
@Component
class ConnectionTokens {

	private static final JwsHeader HEADER = JwsHeader.with(MacAlgorithm.HS256).type("JWT").build();

	private final JwtEncoder encoder;

	private final JsonMapper json;

	private final Duration ttl;

	ConnectionTokens(@Value("${realtime.jwt.secret:${realtime.secret}}") String secret, JsonMapper json,
			SampleProperties properties) {
		byte[] key = secret.getBytes(StandardCharsets.UTF_8);
		this.encoder = NimbusJwtEncoder.withSecretKey(new SecretKeySpec(key, "HmacSHA256")).build();
		this.json = json;
		this.ttl = properties.tokenTtl();
	}

	ConnectionToken issue(String user) {
		Instant now = Instant.now();
		JwtClaimsSet claims = JwtClaimsSet.builder()
			.subject(user)
			.issuedAt(now)
			.expiresAt(now.plus(this.ttl))
			.claim("ext", identifiers(user))
			.build();
		String token = this.encoder.encode(JwtEncoderParameters.from(HEADER, claims)).getTokenValue();
		return new ConnectionToken(token, this.ttl.toSeconds());
	}

	/**
	 * What identifies the connections of a user, for example to end them.
	 */
	String identifiers(String user) {
		return this.json.writeValueAsString(Map.of("user_id", user));
	}

}
