/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import java.time.Duration;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of configured values. What is out of bounds stops the start with the name of the
 * property and what it must be.
 */
public final class PropertyChecks {

	/** More is a mistake, and would overflow when it is counted in nanoseconds. */
	private static final Duration LONGEST = Duration.ofDays(365);

	private PropertyChecks() {
	}

	/**
	 * Check a number.
	 * @param property the name of the property
	 * @param value the value
	 * @param least the least value
	 * @throws InvalidConfigurationPropertyValueException if it is less
	 */
	public static void atLeast(String property, int value, int least) {
		if (value < least) {
			throw invalid(property, value, "It must be " + least + " or more.");
		}
	}

	/**
	 * Check a size.
	 * @param property the name of the property
	 * @param value the value
	 * @param least the least value; the greatest is just below 2 GB
	 * @throws InvalidConfigurationPropertyValueException if it is out of bounds
	 */
	public static void size(String property, DataSize value, DataSize least) {
		if (value.compareTo(least) < 0 || value.toBytes() > Integer.MAX_VALUE) {
			throw invalid(property, value, "It must be at least " + least + " and less than 2GB.");
		}
	}

	/**
	 * Check a duration that may be zero.
	 * @param property the name of the property
	 * @param value the value
	 * @throws InvalidConfigurationPropertyValueException if it is negative or absurd
	 */
	public static void notNegative(String property, Duration value) {
		if (value.isNegative() || value.compareTo(LONGEST) > 0) {
			throw invalid(property, value, "It must be zero or a positive time of at most 365 days, such as '10s'.");
		}
	}

	/**
	 * Check a duration.
	 * @param property the name of the property
	 * @param value the value
	 * @throws InvalidConfigurationPropertyValueException if it is not positive or absurd
	 */
	public static void positive(String property, Duration value) {
		if (value.isNegative() || value.isZero() || value.compareTo(LONGEST) > 0) {
			throw invalid(property, value, "It must be a positive time of at most 365 days, such as '10s'.");
		}
	}

	static InvalidConfigurationPropertyValueException invalid(String property, Object value, String reason) {
		return new InvalidConfigurationPropertyValueException(property, value, reason);
	}

}
