/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.util.List;

import io.github.realtimespring.autoconfigure.ContradictingPropertiesException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Finds out whether something else has what the endpoints for publishers want.
 */
class PublisherConflicts {

	private final List<String> paths;

	PublisherConflicts(List<String> paths) {
		this.paths = paths;
	}

	void checkPaths(List<String> cablePatterns) {
		for (String cable : cablePatterns) {
			PathPattern pattern = PathPatternParser.defaultInstance.parse(cable);
			for (String path : this.paths) {
				if (pattern.matches(PathContainer.parsePath(path))) {
					throw new ContradictingPropertiesException(
							"'" + cable + "' of 'realtime.cable.path' also matches '" + path
									+ "', where publications are taken",
							"Change 'realtime.cable.path', 'realtime.broadcast.path' or 'realtime.api.path'.");
				}
			}
		}
	}

	void checkPort(@Nullable Integer port, Environment environment) {
		if (port == null || port == 0) {
			return;
		}
		checkPort(port, "server.port", environment.getProperty("server.port", "8080"));
		checkPort(port, "management.server.port", environment.getProperty("management.server.port", ""));
	}

	private static void checkPort(int port, String other, String value) {
		if (String.valueOf(port).equals(value.trim())) {
			throw new ContradictingPropertiesException("'realtime.broadcast.port' and '" + other + "' are both " + port,
					"Remove 'realtime.broadcast.port' to take publications on the server's port, or give it a port "
							+ "of its own.");
		}
	}

}
