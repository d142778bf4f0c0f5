/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import java.time.Duration;
import java.util.List;

import io.github.realtimespring.session.PingOptions;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the cable endpoints.
 *
 * @param path Comma-separated list of paths that clients connect to. Patterns with
 * {variables} and a trailing wildcard are allowed.
 * @param pingInterval How often every client is sent a ping message. Stock clients give
 * up after six seconds of silence. Zero means never.
 * @param pingPrecision Unit of the time in a ping message.
 * @param pongTimeout How long a client of the extended protocol may take to send anything
 * after a ping message. Zero means for ever.
 */
@ConfigurationProperties("realtime.cable")
public record CableProperties(@DefaultValue("/cable") List<String> path, @DefaultValue("3s") Duration pingInterval,
		@DefaultValue("s") Precision pingPrecision, @DefaultValue("0s") Duration pongTimeout) {

	/**
	 * Create the properties.
	 */
	public CableProperties {
		PropertyChecks.notNegative("realtime.cable.ping-interval", pingInterval);
		PropertyChecks.notNegative("realtime.cable.pong-timeout", pongTimeout);
	}

	/**
	 * What clients get that ask for nothing else.
	 * @return the options
	 */
	public PingOptions pings() {
		return new PingOptions(this.pingInterval,
				PingOptions.Precision.of(this.pingPrecision.name(), PingOptions.Precision.SECONDS));
	}

	/**
	 * The unit of the time in a ping message.
	 */
	@SuppressWarnings("checkstyle:ConstantName")
	public enum Precision {

		/** Seconds. */
		s,

		/** Milliseconds. */
		ms,

		/** Nanoseconds. */
		ns

	}

}
