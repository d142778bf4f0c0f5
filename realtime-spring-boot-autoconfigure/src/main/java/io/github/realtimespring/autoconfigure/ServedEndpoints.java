/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import java.util.List;

/**
 * The endpoints of one part of the server. Every part contributes a bean.
 *
 * @param endpoints the endpoints
 */
public record ServedEndpoints(List<ServedEndpoint> endpoints) {

	/**
	 * Create the list.
	 */
	public ServedEndpoints {
		endpoints = List.copyOf(endpoints);
	}

}
