/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of what waits for clients.
 *
 * @param maxBytes How many bytes may wait for one client. A client that reads more slowly
 * is disconnected with the reason 'too_slow'. Also the greatest size of a publication.
 * @param writeTimeout How long one write to a client may take before it is disconnected.
 */
@ConfigurationProperties("realtime.outbound")
record OutboundProperties(@DefaultValue("1MB") DataSize maxBytes, @DefaultValue("2s") Duration writeTimeout) {

	OutboundProperties {
		PropertyChecks.size("realtime.outbound.max-bytes", maxBytes, DataSize.ofKilobytes(1));
		PropertyChecks.positive("realtime.outbound.write-timeout", writeTimeout);
	}

}
