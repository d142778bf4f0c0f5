/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.util.stream.Stream;

/**
 * Rewrites the port lists of Spring's CORS patterns: {@code https://app.example:[80,81]}
 * stands for two origins, {@code :[*]} for every port.
 */
final class CorsPatterns {

	private CorsPatterns() {
	}

	static Stream<String> expand(String entry) {
		int start = entry.lastIndexOf(":[");
		if (start < 0 || !entry.endsWith("]")) {
			return Stream.of(entry);
		}
		String ports = entry.substring(start + 2, entry.length() - 1);
		return Stream.of(ports.split(",")).map((port) -> entry.substring(0, start) + ":" + port.trim());
	}

}
