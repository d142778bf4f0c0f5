/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Takes the allowed origins from the application's CORS configuration of the handshake's
 * path. CORS is written for requests that carry no ambient authority by default, so what
 * has no safe counterpart here is left out with a warning instead of stopping the start.
 */
class CorsOrigins implements Function<HttpServletRequest, OriginList> {

	private static final Log logger = LogFactory.getLog(CorsOrigins.class);

	private final Supplier<@Nullable CorsConfigurationSource> source;

	private final boolean open;

	private final Set<String> warned = ConcurrentHashMap.newKeySet();

	CorsOrigins(Supplier<@Nullable CorsConfigurationSource> source, boolean open) {
		this.source = source;
		this.open = open;
	}

	@Override
	public OriginList apply(HttpServletRequest request) {
		CorsConfigurationSource source = this.source.get();
		if (source == null) {
			return OriginList.EMPTY;
		}
		if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
			ServletRequestPathUtils.parseAndCache(request);
		}
		CorsConfiguration cors = source.getCorsConfiguration(request);
		return (cors != null) ? list(cors) : OriginList.EMPTY;
	}

	private OriginList list(CorsConfiguration cors) {
		List<OriginPattern> patterns = new ArrayList<>();
		boolean any = false;
		for (String entry : entries(cors)) {
			if (!OriginPattern.WILDCARD.equals(entry)) {
				add(patterns, entry);
			}
			else if (this.open) {
				any = true;
			}
			else {
				warn(entry, "every page could connect");
			}
		}
		return new OriginList(patterns, any);
	}

	private void add(List<OriginPattern> patterns, String entry) {
		try {
			CorsPatterns.expand(entry).map(OriginPattern::parse).forEach(patterns::add);
		}
		catch (IllegalArgumentException ex) {
			warn(entry, ex.getMessage());
		}
	}

	private void warn(String entry, @Nullable String reason) {
		if (this.warned.add(entry)) {
			logger.warn(LogMessage.format(
					"The origin '%s' of the CORS configuration is not taken over for WebSocket "
							+ "handshakes: %s. Set 'realtime.origins.allowed' to say which pages may connect",
					entry, reason));
		}
	}

	private static List<String> entries(CorsConfiguration cors) {
		List<String> entries = new ArrayList<>();
		if (cors.getAllowedOrigins() != null) {
			entries.addAll(cors.getAllowedOrigins());
		}
		if (cors.getAllowedOriginPatterns() != null) {
			entries.addAll(cors.getAllowedOriginPatterns());
		}
		return entries;
	}

}
