/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import io.github.realtimespring.autoconfigure.websocket.AllowedOrigins;
import io.github.realtimespring.autoconfigure.websocket.OriginDecision;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;

/**
 * Which origins may read the answers of the endpoints for publishers: those that may open
 * connections or, as with AnyCable, all while none are configured. It never rejects a
 * request.
 */
@FunctionalInterface
interface PublisherOrigins {

	/** Every origin. */
	String ANY = "*";

	/**
	 * The value of {@code Access-Control-Allow-Origin}, or {@code null} for none.
	 */
	@Nullable String allow(HttpServletRequest request);

	static PublisherOrigins of(@Nullable AllowedOrigins allowed, Environment environment) {
		if (allowed == null || !isConfigured(environment)) {
			return (request) -> ANY;
		}
		return (request) -> (allowed.decide(request) == OriginDecision.ALLOWED) ? request.getHeader(HttpHeaders.ORIGIN)
				: null;
	}

	private static boolean isConfigured(Environment environment) {
		return StringUtils.hasText(environment.getProperty("realtime.origins.allowed"))
				|| environment.containsProperty("realtime.origins.allowed[0]")
				|| StringUtils.hasText(environment.getProperty("WS_ALLOWED_ORIGINS"));
	}

}
