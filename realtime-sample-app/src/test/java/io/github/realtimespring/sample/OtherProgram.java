/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.sample;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Any other program that holds the secret. Uses nothing of the server's code.
 */
final class OtherProgram {

	private final String secret;

	OtherProgram(String secret) {
		this.secret = secret;
	}

	String token(String user) {
		return token(user, Duration.ofMinutes(5));
	}

	String token(String user, Duration ttl) {
		long expiry = Instant.now().plus(ttl).getEpochSecond();
		String text = base64Url("{\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8)) + "."
				+ base64Url(("{\"ext\":\"{\\\"user_id\\\":\\\"" + user + "\\\"}\",\"exp\":" + expiry + "}")
					.getBytes(StandardCharsets.UTF_8));
		return text + "." + base64Url(hmac(text));
	}

	String signedName(String stream) {
		String text = Base64.getEncoder().encodeToString(("\"" + stream + "\"").getBytes(StandardCharsets.UTF_8));
		return text + "--" + HexFormat.of().formatHex(hmac(text));
	}

	String broadcastKey() {
		return HexFormat.of().formatHex(hmac("broadcast-cable"));
	}

	private byte[] hmac(String text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(this.secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String base64Url(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
