/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.util.Collections;
import java.util.List;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;

/**
 * {@link AllowedOrigins} by configuration: the application's own origin, the configured
 * list, and localhost while somebody develops.
 */
final class ConfiguredOrigins implements AllowedOrigins {

	private final OriginsProperties properties;

	private final boolean production;

	private final Function<HttpServletRequest, OriginList> lists;

	private final RefusedOriginLog refused = new RefusedOriginLog();

	ConfiguredOrigins(OriginsProperties properties, boolean production,
			Function<HttpServletRequest, OriginList> lists) {
		this.properties = properties;
		this.production = production;
		this.lists = lists;
	}

	@Override
	public OriginDecision decide(HttpServletRequest request) {
		List<String> lines = Collections.list(request.getHeaders(HttpHeaders.ORIGIN));
		if (lines.isEmpty() && this.properties.allowMissing()) {
			return OriginDecision.MISSING;
		}
		Origin origin = (lines.size() == 1) ? Origin.parse(lines.get(0)) : null;
		Origin own = Origin.of(request);
		if (origin != null && (origin.equals(own) || isListed(origin, request))) {
			return OriginDecision.ALLOWED;
		}
		this.refused.log(origin, own);
		return OriginDecision.REFUSED;
	}

	private boolean isListed(Origin origin, HttpServletRequest request) {
		OriginList list = this.lists.apply(request);
		boolean localhost = this.properties.allowLocalhost().applies(!list.isEmpty(), this.production);
		return list.matches(origin) || (localhost && origin.isLocalhost());
	}

}
