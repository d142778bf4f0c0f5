/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.nimbusds.jose.crypto.impl.ECDSA;
import io.github.realtimespring.json.JsonValues;

/**
 * Makes tokens, right and wrong ones, without the library under test.
 */
public final class TestTokens {

	/** The secret of the vectors. */
	public static final String SECRET = "0123456789abcdef0123456789abcdef";

	/** A secret that is long enough for every algorithm. */
	public static final String LONG_SECRET = SECRET + SECRET;

	private TestTokens() {
	}

	/**
	 * A vector that another program made with {@link #SECRET}.
	 * @param name its name
	 * @return the token
	 */
	public static String vector(String name) {
		try {
			// the vectors belong to the core module, whose test resources are not on our
			// path
			String json = Files.readString(Path.of("../realtime-core/src/test/resources/vectors.json"));
			Map<String, ?> vectors = Objects.requireNonNull(JsonValues.readObject(json));
			return (String) Objects.requireNonNull(((Map<?, ?>) vectors.get("jwt")).get(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A token for user 42 that never runs out.
	 * @return the token
	 */
	public static String valid() {
		return hs256("{\"ext\":\"{\\\"user_id\\\":42}\"}");
	}

	/**
	 * A token that is signed as it should be.
	 * @param payload the payload
	 * @return the token
	 */
	public static String hs256(String payload) {
		return hmac("HS256", SECRET, payload);
	}

	static String hmac(String algorithm, String secret, String payload) {
		return hmac(algorithm, secret, "{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}", payload);
	}

	static String hmac(String algorithm, String secret, String header, String payload) {
		return hmac(algorithm, secret.getBytes(StandardCharsets.UTF_8), header,
				payload.getBytes(StandardCharsets.UTF_8));
	}

	static String hmac(String algorithm, byte[] secret, String header, byte[] payload) {
		String name = "HmacSHA" + algorithm.substring(2);
		String input = encode(header.getBytes(StandardCharsets.UTF_8)) + "." + encode(payload);
		try {
			Mac mac = Mac.getInstance(name);
			mac.init(new SecretKeySpec(secret, name));
			return input + "." + encode(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static String rs256(PrivateKey key, String kid, String payload) {
		return sign("SHA256withRSA", key, "{\"alg\":\"RS256\",\"kid\":\"" + kid + "\"}", payload);
	}

	static String es256(PrivateKey key, String kid, String payload) {
		return sign("SHA256withECDSA", key, "{\"alg\":\"ES256\",\"kid\":\"" + kid + "\"}", payload);
	}

	static String sign(String algorithm, PrivateKey key, String header, String payload) {
		String input = unsigned(header, payload);
		try {
			Signature signature = Signature.getInstance(algorithm);
			signature.initSign(key);
			signature.update(input.getBytes(StandardCharsets.US_ASCII));
			byte[] bytes = signature.sign();
			return input + "."
					+ encode(algorithm.endsWith("ECDSA") ? ECDSA.transcodeSignatureToConcat(bytes, 64) : bytes);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	static String unsigned(String header, String payload) {
		return encode(header.getBytes(StandardCharsets.UTF_8)) + "." + encode(payload.getBytes(StandardCharsets.UTF_8));
	}

	static String encode(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
