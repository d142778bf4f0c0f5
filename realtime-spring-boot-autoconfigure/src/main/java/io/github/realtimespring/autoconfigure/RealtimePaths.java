/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import java.util.List;

/**
 * Paths that the realtime server answers and protects by itself, so that the
 * application's Spring Security configuration lets them pass. Every part of the server
 * contributes a bean of its own paths.
 *
 * @param patterns path patterns within the application, a servlet's path included, the
 * context path not
 */
public record RealtimePaths(List<String> patterns) {

	/**
	 * Create the paths.
	 */
	public RealtimePaths {
		patterns = List.copyOf(patterns);
	}

}
