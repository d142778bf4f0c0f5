/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Which secret serves which purpose: the specific one where it is set, else
 * {@code realtime.secret}. The value {@code none} means unset, as with AnyCable. While
 * secrets are rotated, the previous one is still accepted.
 */
public final class RealtimeSecrets {

	/** The least length of a configured secret, in bytes. */
	public static final int MIN_LENGTH = 32;

	private final @Nullable String secret;

	private final @Nullable String previous;

	/**
	 * Create the secrets.
	 * @param properties the properties
	 * @throws InvalidSecretException if a secret is too short
	 */
	public RealtimeSecrets(RealtimeProperties properties) {
		this.secret = checked("realtime.secret", properties.secret());
		this.previous = checked("realtime.previous-secret", properties.previousSecret());
	}

	/**
	 * The secrets for one purpose, the current one first.
	 * @param property the name of the property that holds the specific secret
	 * @param specific the specific secret, {@code none} to switch the purpose off, or
	 * {@code null} to fall back to {@code realtime.secret}
	 * @return the secrets, empty if there is none
	 * @throws InvalidSecretException if the specific secret is too short
	 */
	public List<String> forPurpose(String property, @Nullable String specific) {
		if (StringUtils.hasText(specific)) {
			String value = checked(property, specific);
			return (value != null) ? List.of(value) : List.of();
		}
		return Stream.of(this.secret, this.previous).filter(StringUtils::hasText).map(String::valueOf).toList();
	}

	/**
	 * The secrets that everything without a specific one falls back to.
	 * @return the secrets, the current one first, empty if there is none
	 */
	public List<String> shared() {
		return forPurpose("realtime.secret", null);
	}

	private static @Nullable String checked(String property, @Nullable String value) {
		if (!StringUtils.hasText(value) || "none".equals(value)) {
			return null;
		}
		int length = value.getBytes(StandardCharsets.UTF_8).length;
		if (length < MIN_LENGTH) {
			throw new InvalidSecretException(property, length);
		}
		return value;
	}

}
