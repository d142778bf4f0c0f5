/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the REST API for publishers.
 *
 * @param enabled Whether the REST API is served.
 * @param path Path that the API's paths start with.
 * @param key Key that callers present. Derived from 'realtime.secret' if not set; 'none'
 * switches the API off unless 'realtime.public' is on.
 * @param cors Whether browsers may call the API from other origins.
 */
@ConfigurationProperties("realtime.api")
public record ApiProperties(@DefaultValue("true") boolean enabled, @DefaultValue("/api") String path,
		@Nullable String key, @DefaultValue("false") boolean cors) {

	/**
	 * Names no key.
	 */
	@Override
	public String toString() {
		return "ApiProperties[path=" + this.path + "]";
	}

}
