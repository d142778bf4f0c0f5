/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

/**
 * The application is reactive, and nothing here would be served.
 */
class ReactiveApplicationException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	ReactiveApplicationException() {
		super("The realtime server needs a servlet application, but this is a reactive one (Spring WebFlux)");
	}

}
