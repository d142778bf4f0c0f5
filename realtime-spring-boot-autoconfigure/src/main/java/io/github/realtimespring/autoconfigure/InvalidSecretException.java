/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

/**
 * A configured secret is too short to sign with. Names the property and the length, never
 * the secret.
 */
public class InvalidSecretException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String property;

	private final int length;

	InvalidSecretException(String property, int length) {
		super("'" + property + "' has " + length + " bytes, but needs at least " + RealtimeSecrets.MIN_LENGTH);
		this.property = property;
		this.length = length;
	}

	String property() {
		return this.property;
	}

	int length() {
		return this.length;
	}

}
