/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;

import io.github.realtimespring.auth.Identity;
import io.github.realtimespring.json.JsonText;
import io.github.realtimespring.json.JsonValues;
import org.jspecify.annotations.Nullable;

/**
 * Makes an identity of the claims of a verified token.
 */
class IdentityMapper {

	private final @Nullable String principalClaim;

	private final boolean requireExt;

	IdentityMapper(@Nullable String principalClaim, boolean requireExt) {
		this.principalClaim = principalClaim;
		this.requireExt = requireExt;
	}

	/**
	 * Map the claims.
	 * @param claims the claims
	 * @param expiresAt when the token runs out
	 * @return the identity, or {@code null} if the claims do not identify a connection
	 */
	@Nullable Identity map(TokenClaims claims, @Nullable Instant expiresAt) {
		String identifiers = identifiers(claims);
		if (identifiers == null) {
			return null;
		}
		String tokenId = (claims.get("jti") instanceof String id) ? id : null;
		return new Identity(identifiers, principal(claims, identifiers), Collections.unmodifiableMap(claims.values()),
				expiresAt, tokenId);
	}

	private @Nullable String identifiers(TokenClaims claims) {
		if (claims.values().containsKey(TokenClaims.EXT) || this.requireExt) {
			return claims.identifiers();
		}
		String subject = name(claims.get("sub"));
		return (subject != null) ? "{\"sub\":" + JsonText.quote(subject) + "}" : null;
	}

	private @Nullable String principal(TokenClaims claims, String identifiers) {
		Map<String, Object> view = JsonValues.readObject(identifiers);
		if (this.principalClaim != null) {
			return name(find(claims, view, this.principalClaim));
		}
		String user = (view != null) ? name(view.get("user_id")) : null;
		return (user != null) ? user : name(claims.get("sub"));
	}

	private static @Nullable Object find(TokenClaims claims, @Nullable Map<String, Object> view, String path) {
		Object direct = claims.get(path);
		int dot = path.indexOf('.');
		if (direct != null || dot < 0) {
			return direct;
		}
		String first = path.substring(0, dot);
		Object value = TokenClaims.EXT.equals(first) ? view : claims.get(first);
		for (String name : path.substring(dot + 1).split("\\.")) {
			value = (value instanceof Map<?, ?> map) ? map.get(name) : null;
		}
		return value;
	}

	/** Decimals are no names: their plain form could be arbitrarily long. */
	private static @Nullable String name(@Nullable Object value) {
		if (value instanceof String text) {
			return text.isEmpty() ? null : text;
		}
		boolean integral = value instanceof Long || value instanceof Integer || value instanceof BigInteger;
		return integral ? String.valueOf(value) : null;
	}

}
