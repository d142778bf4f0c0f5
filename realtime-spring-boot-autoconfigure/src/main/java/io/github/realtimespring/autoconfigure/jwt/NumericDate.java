/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Times in claims: seconds since 1970, fractions allowed (RFC 7519, section 2). Kept as
 * decimals, since a claim may hold a number of any size.
 */
final class NumericDate {

	/** The claims that hold a time which is checked. */
	static final Set<String> NAMES = Set.of("exp", "nbf");

	private static final BigDecimal END_OF_TIME = BigDecimal.valueOf(253_402_300_800L);

	private NumericDate() {
	}

	static boolean isAbsentOrNumeric(TokenClaims claims, String name) {
		return !claims.values().containsKey(name) || claims.get(name) instanceof Number;
	}

	/**
	 * Get a time.
	 * @param claims the claims
	 * @param name the name of the claim
	 * @return the seconds, or {@code null} if the claim is absent or zero
	 */
	static @Nullable BigDecimal get(TokenClaims claims, String name) {
		Object value = claims.get(name);
		BigDecimal seconds = (value instanceof BigDecimal decimal) ? decimal
				: (value instanceof BigInteger integer) ? new BigDecimal(integer)
						: (value instanceof Number number) ? BigDecimal.valueOf(number.longValue()) : BigDecimal.ZERO;
		return (seconds.signum() != 0) ? seconds : null;
	}

	/**
	 * Get the moment when a token runs out.
	 * @param claims the claims of a token that has not run out
	 * @return the moment, or {@code null} if it never comes
	 */
	static @Nullable Instant expiry(TokenClaims claims) {
		BigDecimal seconds = get(claims, "exp");
		if (seconds == null || seconds.compareTo(END_OF_TIME) >= 0 || seconds.signum() < 0) {
			return null;
		}
		long millis = seconds.movePointRight(3).longValue();
		return Instant.ofEpochMilli(millis);
	}

}
