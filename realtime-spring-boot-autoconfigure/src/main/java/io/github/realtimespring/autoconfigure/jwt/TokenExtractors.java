/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import java.util.List;

import io.github.realtimespring.auth.HandshakeRequest;
import io.github.realtimespring.auth.TokenExtractor;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * The places where a handshake can carry a token. An empty value counts as missing.
 */
final class TokenExtractors {

	/**
	 * Stands for a carrier that may hold a token but cannot be read. It is no token, so
	 * the handshake is refused.
	 */
	static final String UNREADABLE = "";

	private TokenExtractors() {
	}

	/**
	 * The first carrier that is not empty wins. A carrier that cannot be read ends the
	 * search.
	 */
	static TokenExtractor firstOf(List<TokenExtractor> extractors) {
		return (request) -> {
			for (TokenExtractor extractor : extractors) {
				String token = extractor.extract(request);
				if (token != null) {
					return token;
				}
			}
			return null;
		};
	}

	static TokenExtractor header(String name) {
		return (request) -> present(request.header(name));
	}

	static TokenExtractor subProtocol(String prefix) {
		return (request) -> request.offeredSubProtocols()
			.stream()
			.filter((protocol) -> protocol.startsWith(prefix) && protocol.length() > prefix.length())
			.findFirst()
			.map((protocol) -> protocol.substring(prefix.length()))
			.orElse(null);
	}

	static TokenExtractor query(List<String> names) {
		return (request) -> request.queryReadable() ? firstParameter(request, names) : UNREADABLE;
	}

	private static @Nullable String firstParameter(HandshakeRequest request, List<String> names) {
		for (String name : names) {
			List<String> values = request.queryParameters(name);
			if (!values.isEmpty() && !values.get(0).isEmpty()) {
				return values.get(0);
			}
		}
		return null;
	}

	/** Exactly two parts, the first of them "bearer" in any case. */
	static TokenExtractor bearer() {
		return (request) -> {
			String header = request.header("Authorization");
			String[] parts = StringUtils.tokenizeToStringArray(header, " \t");
			return (parts.length == 2 && "bearer".equalsIgnoreCase(parts[0])) ? parts[1] : null;
		};
	}

	/** Browsers send cookies for every page, so the page must be an allowed one. */
	static TokenExtractor cookie(String name) {
		return (request) -> request.originAllowed() ? present(request.cookie(name)) : null;
	}

	private static @Nullable String present(@Nullable String value) {
		return StringUtils.hasLength(value) ? value : null;
	}

}
