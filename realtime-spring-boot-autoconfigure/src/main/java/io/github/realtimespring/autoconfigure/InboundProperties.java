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
 * Bounds of what clients may send.
 *
 * @param maxMessageSize Greatest size of one message. A larger one closes the connection
 * with code 1009.
 * @param maxSubscriptions Greatest number of subscriptions of one connection. Further
 * ones are rejected.
 * @param maxIdentifierLength Greatest length of a subscription's identifier. Longer ones
 * are rejected.
 * @param maxQueue How many commands of one connection may wait behind one that takes time
 * before no more is read from the connection.
 * @param rateLimit Limit of commands a connection.
 */
@ConfigurationProperties("realtime.inbound")
public record InboundProperties(@DefaultValue("64KB") DataSize maxMessageSize,
		@DefaultValue("1000") int maxSubscriptions, @DefaultValue("4KB") DataSize maxIdentifierLength,
		@DefaultValue("32") int maxQueue, @DefaultValue RateLimit rateLimit) {

	/**
	 * Create the properties.
	 */
	public InboundProperties {
		PropertyChecks.size("realtime.inbound.max-message-size", maxMessageSize, DataSize.ofKilobytes(1));
		PropertyChecks.atLeast("realtime.inbound.max-subscriptions", maxSubscriptions, 1);
		PropertyChecks.size("realtime.inbound.max-identifier-length", maxIdentifierLength, DataSize.ofBytes(1));
		PropertyChecks.atLeast("realtime.inbound.max-queue", maxQueue, 1);
		PropertyChecks.atLeast("realtime.inbound.rate-limit.messages", rateLimit.messages(), 0);
		PropertyChecks.positive("realtime.inbound.rate-limit.window", rateLimit.window());
	}

	/**
	 * Limit of commands a connection.
	 *
	 * @param messages How many commands a connection may send in the window. Further ones
	 * are ignored and counted. Zero means any number.
	 * @param window Window of the limit.
	 */
	public record RateLimit(@DefaultValue("0") int messages, @DefaultValue("10s") Duration window) {
	}

}
