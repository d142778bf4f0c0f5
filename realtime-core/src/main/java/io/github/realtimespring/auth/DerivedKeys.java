/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys that are derived from the one secret: {@code hex(HMAC-SHA256(secret, purpose))}.
 * Source: AnyCable's {@code --secret} option, whose publishers derive the same keys.
 * <p>
 * Any non-empty secret is accepted here; the length is checked where a secret is
 * configured.
 */
public final class DerivedKeys {

	private DerivedKeys() {
	}

	/**
	 * The key that publishers present at the broadcast endpoint.
	 * @param secret the secret
	 * @return the key, 64 hex digits in lower case
	 */
	public static String broadcastKey(String secret) {
		return derive(secret, "broadcast-cable");
	}

	/**
	 * The key that callers of the REST API present.
	 * @param secret the secret
	 * @return the key, 64 hex digits in lower case
	 */
	public static String apiKey(String secret) {
		return derive(secret, "api-cable");
	}

	private static String derive(String secret, String purpose) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			return HexFormat.of().formatHex(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("HMAC-SHA256 is not available", ex);
		}
	}

}
