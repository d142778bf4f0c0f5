/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What a client asks of the server's ping messages. Source: AnyCable's {@code pi} and
 * {@code ptp} query parameters.
 *
 * @param interval how often, zero for never
 * @param precision the unit of the time in them
 */
public record PingOptions(Duration interval, Precision precision) {

	private static final long MIN_SECONDS = 1;

	private static final long MAX_SECONDS = 120;

	/**
	 * The unit of the time in a ping message.
	 */
	public enum Precision {

		/** Seconds. */
		SECONDS,

		/** Milliseconds. */
		MILLIS,

		/** Nanoseconds: more than a JavaScript number holds exactly. */
		NANOS;

		/**
		 * The precision of a name.
		 * @param name {@code s}, {@code ms} or {@code ns}
		 * @param fallback the precision of every other name
		 * @return the precision
		 */
		public static Precision of(@Nullable String name, Precision fallback) {
			if (name == null) {
				return fallback;
			}
			return switch (name) {
				case "ms" -> MILLIS;
				case "ns" -> NANOS;
				default -> SECONDS;
			};
		}

	}

	/**
	 * Read what a client asks for. A whole number of seconds is kept between 1 and 120,
	 * zero or less means never; everything else is ignored.
	 * @param interval the value of {@code pi}, or {@code null}
	 * @param precision the value of {@code ptp}, or {@code null}
	 * @param defaults what holds for a client that asks for nothing
	 * @return the options
	 */
	public static PingOptions of(@Nullable String interval, @Nullable String precision, PingOptions defaults) {
		return new PingOptions(interval(interval, defaults.interval()), Precision.of(precision, defaults.precision()));
	}

	private static Duration interval(@Nullable String interval, Duration fallback) {
		if (interval == null) {
			return fallback;
		}
		try {
			long seconds = Long.parseLong(interval);
			return (seconds <= 0) ? Duration.ZERO
					: Duration.ofSeconds(Math.max(MIN_SECONDS, Math.min(MAX_SECONDS, seconds)));
		}
		catch (NumberFormatException ex) {
			return fallback;
		}
	}

}
