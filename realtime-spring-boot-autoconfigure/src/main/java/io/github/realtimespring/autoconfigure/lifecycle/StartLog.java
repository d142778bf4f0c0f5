/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.lifecycle;

import java.util.List;

import io.github.realtimespring.autoconfigure.ServedEndpoint;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Tells the operator once, when the application is started, what is served, where, and
 * who may use it.
 */
class StartLog {

	private static final Log logger = LogFactory.getLog(StartLog.class);

	private final List<ServedEndpoint> endpoints;

	private final String contextPath;

	StartLog(List<ServedEndpoint> endpoints, String contextPath) {
		this.endpoints = endpoints;
		this.contextPath = contextPath;
	}

	/**
	 * Log.
	 * @param port the port of the application, possibly empty
	 * @param singleNode whether publications reach the clients of this instance only
	 */
	void log(String port, boolean singleNode) {
		for (ServedEndpoint endpoint : this.endpoints) {
			logger.info("Realtime " + endpoint.name() + ": " + describe(endpoint) + port(endpoint, port) + " ("
					+ String.join("; ", endpoint.remarks()) + ")");
		}
		if (singleNode && !this.endpoints.isEmpty()) {
			logger.info("Realtime single node: memory backend, publications reach the clients of this instance only");
		}
		List<String> open = this.endpoints.stream().filter(ServedEndpoint::open).map(this::describe).toList();
		if (!open.isEmpty()) {
			logger.warn("'realtime.public' is on: everybody may use " + String.join(", ", open)
					+ ", read every stream and publish to it. Never do this in production.");
		}
	}

	private String describe(ServedEndpoint endpoint) {
		List<String> paths = endpoint.paths().stream().map((path) -> this.contextPath + path).toList();
		return endpoint.kind() + " " + String.join(", ", paths);
	}

	private static String port(ServedEndpoint endpoint, String port) {
		String actual = (endpoint.port() != null) ? String.valueOf(endpoint.port().getAsInt()) : port;
		return actual.isEmpty() ? "" : " on port " + actual;
	}

}
