/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Native WebSocket pings, which every connection gets whatever it speaks.
 *
 * @param interval How long a connection may be silent before it is sent a native ping.
 * Zero means for ever.
 * @param timeout How long the answer to a native ping may take before the connection is
 * ended.
 */
@ConfigurationProperties("realtime.heartbeat")
record HeartbeatProperties(@DefaultValue("20s") Duration interval, @DefaultValue("20s") Duration timeout) {

	HeartbeatProperties {
		PropertyChecks.notNegative("realtime.heartbeat.interval", interval);
		PropertyChecks.positive("realtime.heartbeat.timeout", timeout);
	}

}
