/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACVerifier;
import org.jspecify.annotations.Nullable;

/**
 * {@link SignatureCheck} with shared secrets. A token's algorithm is looked at first: it
 * must be an HMAC algorithm that the secret is long enough for.
 */
final class SecretSignatureCheck implements SignatureCheck {

	private final List<Key> keys;

	private final HmacAlgorithm weakest;

	SecretSignatureCheck(List<String> secrets, HmacAlgorithm weakest) {
		this.keys = secrets.stream().map(Key::of).toList();
		this.weakest = weakest;
	}

	@Override
	public boolean isValid(JWSObject token) throws JOSEException {
		HmacAlgorithm algorithm = algorithm(token.getHeader().getAlgorithm().getName());
		if (algorithm == null || algorithm.compareTo(this.weakest) < 0) {
			return false;
		}
		for (Key key : this.keys) {
			if (key.length() >= algorithm.minSecretLength() && key.verifies(token)) {
				return true;
			}
		}
		return false;
	}

	private static @Nullable HmacAlgorithm algorithm(String name) {
		for (HmacAlgorithm algorithm : HmacAlgorithm.values()) {
			if (algorithm.name().equals(name)) {
				return algorithm;
			}
		}
		return null;
	}

	private record Key(MACVerifier verifier, int length) {

		static Key of(String secret) {
			byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
			try {
				return new Key(new MACVerifier(bytes), bytes.length);
			}
			catch (JOSEException ex) {
				// the length was checked where the secret was configured
				throw new IllegalStateException("A secret cannot be used to verify tokens", ex);
			}
		}

		boolean verifies(JWSObject token) throws JOSEException {
			return this.verifier.verify(token.getHeader(), token.getSigningInput(), token.getSignature());
		}

	}

}
