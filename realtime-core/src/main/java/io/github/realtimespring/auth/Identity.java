/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.auth;

import java.time.Instant;
import java.util.Map;

import io.github.realtimespring.json.JsonValues;
import org.jspecify.annotations.Nullable;

/**
 * Who a connection belongs to. Immutable.
 *
 * @param identifiers the connection identifiers exactly as the token's {@code ext} claim
 * holds them; remote disconnects compare this string byte for byte
 * @param principal the name of the user, or {@code null} if the identity is anonymous
 * @param claims the claims of the token, empty if there was none
 * @param expiresAt when the token runs out, or {@code null} if it never does
 * @param tokenId the id of the token ({@code jti}), or {@code null} if it has none
 */
public record Identity(String identifiers, @Nullable String principal, Map<String, Object> claims,
		@Nullable Instant expiresAt, @Nullable String tokenId) {

	/**
	 * An identity that consists of its identifiers only.
	 * @param identifiers the connection identifiers
	 * @return the identity
	 */
	public static Identity of(String identifiers) {
		return new Identity(identifiers, null, Map.of(), null, null);
	}

	/**
	 * An identity with a user's name.
	 * @param identifiers the connection identifiers
	 * @param principal the name of the user
	 * @return the identity
	 */
	public static Identity of(String identifiers, String principal) {
		return new Identity(identifiers, principal, Map.of(), null, null);
	}

	/**
	 * The parsed view of the identifiers. Parsed at each call.
	 * @return the members, empty if the identifiers are not a JSON object
	 */
	public Map<String, Object> view() {
		Map<String, Object> view = JsonValues.readObject(this.identifiers);
		return (view != null) ? view : Map.of();
	}

	/**
	 * Names neither claims nor identifiers: they may hold personal data.
	 */
	@Override
	public String toString() {
		return "Identity[anonymous=" + (this.principal == null) + "]";
	}

}
