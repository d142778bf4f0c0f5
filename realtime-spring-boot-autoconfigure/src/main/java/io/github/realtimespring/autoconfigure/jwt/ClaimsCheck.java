/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import io.github.realtimespring.protocol.DisconnectReason;
import org.jspecify.annotations.Nullable;

/**
 * Checks the claims of a verified token as AnyCable does: a token is valid while now is
 * before {@code exp}, to the fraction of a second; {@code exp: 0} counts as absent; an
 * expired token is told so even if it is not valid yet either.
 */
class ClaimsCheck {

	private final Clock clock;

	private final BigDecimal skew;

	private final @Nullable String issuer;

	private final List<String> audiences;

	ClaimsCheck(Clock clock, Duration skew, @Nullable String issuer, List<String> audiences) {
		this.clock = clock;
		this.skew = seconds(skew.getSeconds(), skew.getNano());
		this.issuer = issuer;
		this.audiences = audiences;
	}

	/**
	 * Check the claims.
	 * @param claims the claims
	 * @return why the token is refused, or {@code null} if it is fine
	 */
	@Nullable DisconnectReason check(TokenClaims claims) {
		Instant instant = this.clock.instant();
		BigDecimal now = seconds(instant.getEpochSecond(), instant.getNano());
		if (!NumericDate.isAbsentOrNumeric(claims, "exp")) {
			return DisconnectReason.UNAUTHORIZED;
		}
		BigDecimal expiry = NumericDate.get(claims, "exp");
		if (expiry != null && now.subtract(this.skew).compareTo(expiry) >= 0) {
			return DisconnectReason.TOKEN_EXPIRED;
		}
		return (isStarted(claims, now) && isFromIssuer(claims) && isForAudience(claims)) ? null
				: DisconnectReason.UNAUTHORIZED;
	}

	private boolean isStarted(TokenClaims claims, BigDecimal now) {
		BigDecimal start = NumericDate.get(claims, "nbf");
		return NumericDate.isAbsentOrNumeric(claims, "nbf")
				&& (start == null || now.add(this.skew).compareTo(start) >= 0);
	}

	private boolean isFromIssuer(TokenClaims claims) {
		return this.issuer == null || this.issuer.equals(claims.get("iss"));
	}

	private boolean isForAudience(TokenClaims claims) {
		Object audience = claims.get("aud");
		Collection<?> named = (audience instanceof Collection<?> several) ? several
				: (audience != null) ? List.of(audience) : List.of();
		return this.audiences.isEmpty() || this.audiences.stream().anyMatch(named::contains);
	}

	private static BigDecimal seconds(long seconds, int nanos) {
		return BigDecimal.valueOf(seconds).add(BigDecimal.valueOf(nanos, 9));
	}

}
