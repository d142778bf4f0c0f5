/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.io.Resource;

/**
 * Reads a public key from a PEM file.
 */
final class PemPublicKey {

	private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";

	private static final String END = "-----END PUBLIC KEY-----";

	private static final int MIN_RSA_BITS = 2048;

	private PemPublicKey() {
	}

	static PublicKey read(Resource location) {
		String pem = text(location);
		int begin = pem.indexOf(BEGIN);
		int end = pem.indexOf(END);
		if (begin < 0 || end < begin) {
			throw invalid(location, "It must hold a key between '" + BEGIN + "' and '" + END + "'.");
		}
		PublicKey key = parse(location, pem.substring(begin + BEGIN.length(), end));
		if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < MIN_RSA_BITS) {
			throw invalid(location, "An RSA key needs at least " + MIN_RSA_BITS + " bits.");
		}
		return key;
	}

	private static PublicKey parse(Resource location, String body) {
		for (String type : List.of("RSA", "EC")) {
			try {
				byte[] encoded = Base64.getMimeDecoder().decode(body);
				return KeyFactory.getInstance(type).generatePublic(new X509EncodedKeySpec(encoded));
			}
			catch (GeneralSecurityException | IllegalArgumentException ex) {
				// it may be a key of the other type
			}
		}
		throw invalid(location, "It holds neither an RSA nor an EC key.");
	}

	private static String text(Resource location) {
		try {
			return location.getContentAsString(StandardCharsets.US_ASCII);
		}
		catch (IOException ex) {
			throw invalid(location, "It cannot be read.");
		}
	}

	private static InvalidConfigurationPropertyValueException invalid(Resource location, String reason) {
		return new InvalidConfigurationPropertyValueException("realtime.jwt.public-key-location",
				location.getDescription(), reason);
	}

}
