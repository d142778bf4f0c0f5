/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.cable;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes tokens the way any other program would: with nothing but HMAC and base64.
 */
final class Tokens {

	/** Vector J1: user 42, valid until 2100. */
	static final String USER_42 = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."
			+ "eyJleHQiOiJ7XCJ1c2VyX2lkXCI6IDQyfSIsImV4cCI6NDEwMjQ0NDgwMH0."
			+ "cEfhzcfpe1nI-k9wr3giOtH5-8Y0p-sfr8_IvhfDS7Q";

	/** Vector J2: user 42, expired. */
	static final String EXPIRED = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."
			+ "eyJleHQiOiJ7XCJ1c2VyX2lkXCI6IDQyfSIsImV4cCI6MX0." + "GfUx0oZ79O-0yMaNohU-q71XPzgyc2EnyAqLMin3P3Q";

	private Tokens() {
	}

	static String forUser(String user) {
		return sign("{\"ext\":\"{\\\"user_id\\\":\\\"" + user + "\\\"}\",\"exp\":4102444800}", CableServer.SECRET);
	}

	static String expiringAt(Instant time) {
		String exp = time.getEpochSecond() + "." + "%03d".formatted(time.getNano() / 1_000_000);
		return sign("{\"ext\":\"{\\\"user_id\\\":7}\",\"exp\":" + exp + "}", CableServer.SECRET);
	}

	static String sign(String claims, String secret) {
		String head = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
				+ encode(claims.getBytes(StandardCharsets.UTF_8));
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			return head + "." + encode(mac.doFinal(head.getBytes(StandardCharsets.US_ASCII)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String encode(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
