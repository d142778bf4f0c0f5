/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties that say how refused connections are told.
 *
 * @param rejectWith How a refused connection is told. By default by a message on cable
 * endpoints and by status 401 elsewhere.
 */
@ConfigurationProperties("realtime.security")
record SecurityProperties(@DefaultValue("auto") RejectWith rejectWith) {

	/**
	 * How a cable endpoint refuses a connection.
	 * @return {@code true} by a message, {@code false} by the HTTP status
	 */
	boolean cableRejectsWithMessage() {
		return this.rejectWith != RejectWith.HTTP;
	}

}
