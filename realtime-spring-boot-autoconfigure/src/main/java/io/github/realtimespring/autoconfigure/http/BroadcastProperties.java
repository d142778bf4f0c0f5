/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.unit.DataSize;

/**
 * Properties of the endpoint that takes publications over HTTP.
 *
 * @param enabled Whether publications are taken over HTTP.
 * @param path Path of the endpoint.
 * @param key Key that publishers present. Derived from 'realtime.secret' if not set;
 * 'none' switches the endpoint off unless 'realtime.public' is on.
 * @param port Port that the endpoints for publishers listen on instead of the server's
 * port; 0 picks a free one.
 * @param lenient Whether to answer with AnyCable's status codes, which take malformed
 * publications without an error.
 * @param maxBodySize Maximum size of a request's body.
 * @param maxBatch Maximum number of publications in one request.
 * @param cors Whether browsers may publish from other origins.
 */
@ConfigurationProperties("realtime.broadcast")
public record BroadcastProperties(@DefaultValue("true") boolean enabled, @DefaultValue("/_broadcast") String path,
		@Nullable String key, @Nullable Integer port, @DefaultValue("false") boolean lenient,
		@DefaultValue("1MB") DataSize maxBodySize, @DefaultValue("1000") int maxBatch,
		@DefaultValue("false") boolean cors) {

	/**
	 * Create the properties.
	 * @throws InvalidConfigurationPropertyValueException if a bound leaves no room
	 */
	public BroadcastProperties {
		if (maxBodySize.toBytes() < 1) {
			throw new InvalidConfigurationPropertyValueException("realtime.broadcast.max-body-size", maxBodySize,
					"It must be positive.");
		}
		if (maxBatch < 1) {
			throw new InvalidConfigurationPropertyValueException("realtime.broadcast.max-batch", maxBatch,
					"It must be positive.");
		}
	}

	/**
	 * Names no key.
	 */
	@Override
	public String toString() {
		return "BroadcastProperties[path=" + this.path + ", port=" + this.port + "]";
	}

}
