/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.util.List;

import io.github.realtimespring.autoconfigure.RealtimeMode;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Says which pages may connect.
 *
 * @param properties the properties
 * @param alias what the environment variable of old says, possibly nothing
 * @param mode how the application runs
 */
record OriginsDescription(OriginsProperties properties, @Nullable String alias, RealtimeMode mode) {

	String of(AllowedOrigins origins) {
		if (!(origins instanceof ConfiguredOrigins)) {
			return "custom, " + ClassUtils.getShortName(ClassUtils.getUserClass(origins));
		}
		List<String> allowed = this.properties.allowed();
		boolean listed = allowed != null && !allowed.isEmpty();
		boolean localhost = this.properties.allowLocalhost()
			.applies(listed || StringUtils.hasText(this.alias), this.mode.isProduction());
		String list = "the application's CORS configuration";
		if (listed) {
			list = "'realtime.origins.allowed'";
		}
		else if (StringUtils.hasText(this.alias)) {
			list = "WS_ALLOWED_ORIGINS";
		}
		return "its own, " + list + (localhost ? ", localhost" : "");
	}

}
