/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The claims of a token whose signature was verified.
 *
 * @param values the claims in the token's order
 * @param identifiers the {@code ext} claim: the string itself, or an object as compact
 * JSON in the token's order; {@code null} if there is no usable one
 */
record TokenClaims(Map<String, Object> values, @Nullable String identifiers) {

	static final String EXT = "ext";

	@Nullable Object get(String name) {
		return this.values.get(name);
	}

}
