/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.stream;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what another program would sign, independent of the code under test.
 */
final class TestSignatures {

	private TestSignatures() {
	}

	static String sign(String secret, String json) {
		return signEncoded(secret, Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)));
	}

	static String signEncoded(String secret, String encoded) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			byte[] digest = mac.doFinal(encoded.getBytes(StandardCharsets.UTF_8));
			return encoded + "--" + HexFormat.of().formatHex(digest);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
