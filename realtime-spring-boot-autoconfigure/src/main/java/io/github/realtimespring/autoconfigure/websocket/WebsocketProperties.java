/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the transport.
 *
 * @param transport What carries connections. By default the best that the web server
 * allows.
 */
@ConfigurationProperties("realtime.websocket")
record WebsocketProperties(@DefaultValue("auto") Transport transport) {

	/**
	 * What carries connections.
	 */
	enum Transport {

		/** The best that the web server allows. */
		AUTO,

		/** Spring's WebSocket support, on every web server. */
		SPRING

	}

}
