/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;

/**
 * Adds AnyCable's CORS headers to every answer of an endpoint, refusals included, so that
 * a publisher in a browser can read why. Unlike AnyCable, credentials are allowed only to
 * a named origin: browsers refuse the combination with {@code *}.
 */
final class PublisherCors {

	private static final String ALLOWED_HEADERS = "Origin, X-Requested-With, X-Request-ID, Content-Type, Accept, "
			+ "X-CSRF-Token, Authorization";

	private final PublisherOrigins origins;

	PublisherCors(PublisherOrigins origins) {
		this.origins = origins;
	}

	void addHeaders(HttpServletRequest request, HttpServletResponse response, String methods) {
		response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
		String allowed = this.origins.allow(request);
		if (allowed == null) {
			return;
		}
		response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, allowed);
		response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, methods);
		response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, ALLOWED_HEADERS);
		if (!PublisherOrigins.ANY.equals(allowed)) {
			response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
		}
	}

}
