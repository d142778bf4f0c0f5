/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.UnaryOperator;

import io.github.realtimespring.autoconfigure.RealtimeSecrets;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * The keys that one endpoint accepts: the configured one, else those derived from the
 * current and the previous secret.
 */
final class PublisherKeys {

	private static final String SCHEME = "Bearer ";

	private final List<byte[]> keys;

	private PublisherKeys(List<String> keys) {
		this.keys = keys.stream().map((key) -> key.getBytes(StandardCharsets.UTF_8)).toList();
	}

	static PublisherKeys of(@Nullable String configured, RealtimeSecrets secrets, UnaryOperator<String> derivation) {
		if ("none".equals(configured)) {
			return none();
		}
		if (StringUtils.hasText(configured)) {
			return new PublisherKeys(List.of(configured));
		}
		return new PublisherKeys(secrets.shared().stream().map(derivation).toList());
	}

	static PublisherKeys none() {
		return new PublisherKeys(List.of());
	}

	boolean isEmpty() {
		return this.keys.isEmpty();
	}

	/**
	 * Compares with every key, each in constant time, so that the answer's time tells
	 * nothing about any of them.
	 */
	boolean accept(@Nullable String authorization) {
		if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
			return false;
		}
		byte[] presented = authorization.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8);
		boolean accepted = false;
		for (byte[] key : this.keys) {
			accepted |= MessageDigest.isEqual(key, presented);
		}
		return accepted;
	}

}
