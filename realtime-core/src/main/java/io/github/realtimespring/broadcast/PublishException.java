/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.broadcast;

/**
 * A publication was not taken by the backend and will not be delivered. Holds nothing of
 * the payload.
 */
public class PublishException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create the exception.
	 * @param message what went wrong and what to do
	 */
	public PublishException(String message) {
		super(message);
	}

	/**
	 * Create the exception.
	 * @param message what went wrong and what to do
	 * @param cause the cause
	 */
	public PublishException(String message, Throwable cause) {
		super(message, cause);
	}

}
