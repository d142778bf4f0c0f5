/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import org.jspecify.annotations.Nullable;

/**
 * Which origins may read the answers of the endpoints for publishers. Only asked where
 * {@code cors} is switched on; it never rejects a request.
 */
@FunctionalInterface
public interface PublisherOrigins {

	/**
	 * Every origin.
	 */
	String ANY = "*";

	/**
	 * Answer an origin.
	 * @param origin the request's origin
	 * @return the value of {@code Access-Control-Allow-Origin}: {@value #ANY} where no
	 * origins are configured, the origin itself where it is allowed, else {@code null}
	 */
	@Nullable String allow(String origin);

}
