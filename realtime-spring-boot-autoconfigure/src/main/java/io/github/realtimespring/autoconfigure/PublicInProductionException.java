/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import java.util.List;

/**
 * The server would work without authentication under a production profile.
 */
class PublicInProductionException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	PublicInProductionException(List<String> profiles) {
		super("'realtime.public' is true, but a production profile is active (one of " + String.join(", ", profiles)
				+ ")");
	}

}
