/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

import java.security.SecureRandom;

/**
 * Makes ids that cannot be guessed: 22 characters of 6 random bits. Never taken from a
 * client, whose id could collide with another's.
 */
final class SessionIds {

	private static final char[] ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
		.toCharArray();

	private static final int LENGTH = 22;

	private static final SecureRandom random = new SecureRandom();

	private SessionIds() {
	}

	static String next() {
		byte[] bytes = new byte[LENGTH];
		random.nextBytes(bytes);
		char[] id = new char[LENGTH];
		for (int i = 0; i < LENGTH; i++) {
			id[i] = ALPHABET[bytes[i] & 63];
		}
		return new String(id);
	}

}
