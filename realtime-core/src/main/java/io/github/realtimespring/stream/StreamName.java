/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.stream;

/**
 * The one rule for names of streams: 1 to {@value SignedStreamService#MAX_NAME_LENGTH}
 * characters. Everything else about a name is the application's business.
 */
public final class StreamName {

	private StreamName() {
	}

	/**
	 * Whether a name may be used.
	 * @param name the name
	 * @return {@code true} if it may
	 */
	public static boolean isValid(String name) {
		return !name.isEmpty() && name.length() <= SignedStreamService.MAX_NAME_LENGTH;
	}

	/**
	 * Refuse a name that must not be used.
	 * @param name the name
	 * @return the name
	 * @throws IllegalArgumentException if the name is empty or too long
	 */
	public static String requireValid(String name) {
		if (!isValid(name)) {
			throw new IllegalArgumentException(
					"A stream's name must have 1 to " + SignedStreamService.MAX_NAME_LENGTH + " characters");
		}
		return name;
	}

}
