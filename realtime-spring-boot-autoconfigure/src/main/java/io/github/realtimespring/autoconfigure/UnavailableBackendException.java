/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

/**
 * A backend was asked for that this version does not have.
 */
class UnavailableBackendException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UnavailableBackendException() {
		super("'realtime.backend.type' is 'redis', but this version only has the backend 'memory'");
	}

}
