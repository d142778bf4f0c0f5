/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

/**
 * Properties that are fine each by itself do not go together. Names the properties, never
 * a secret value.
 */
public class ContradictingPropertiesException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String action;

	/**
	 * Create an exception.
	 * @param message what contradicts what, without a full stop
	 * @param action what to do about it
	 */
	public ContradictingPropertiesException(String message, String action) {
		super(message);
		this.action = action;
	}

	String action() {
		return this.action;
	}

}
