/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

/**
 * The algorithms that a token can be signed with by a shared secret, weakest first.
 */
public enum HmacAlgorithm {

	/** HMAC with SHA-256, for secrets of at least 32 bytes. */
	HS256(32),

	/** HMAC with SHA-384, for secrets of at least 48 bytes. */
	HS384(48),

	/** HMAC with SHA-512, for secrets of at least 64 bytes. */
	HS512(64);

	private final int minSecretLength;

	HmacAlgorithm(int minSecretLength) {
		this.minSecretLength = minSecretLength;
	}

	int minSecretLength() {
		return this.minSecretLength;
	}

}
