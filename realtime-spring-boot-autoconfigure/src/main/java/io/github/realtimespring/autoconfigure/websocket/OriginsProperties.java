/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties that say which web pages may open connections.
 *
 * @param allowed Comma-separated list of origins such as 'https://app.example',
 * 'https://*.app.example' or 'http://app.example:*'. Falls back to WS_ALLOWED_ORIGINS and
 * to the application's CORS configuration. The application's own origin is always
 * allowed.
 * @param allowMissing Whether to accept handshakes without an Origin header. Browsers
 * always send one.
 * @param allowLocalhost Whether to accept pages from localhost on any port. By default
 * they are accepted while no origins are configured and no production profile is active.
 */
@ConfigurationProperties("realtime.origins")
record OriginsProperties(@Nullable List<String> allowed, @DefaultValue("true") boolean allowMissing,
		@DefaultValue("auto") AllowLocalhost allowLocalhost) {
}
