/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.auth;

import org.jspecify.annotations.Nullable;

/**
 * Finds the token in a handshake.
 */
@FunctionalInterface
public interface TokenExtractor {

	/**
	 * Look for the token.
	 * @param request the handshake
	 * @return the token, or {@code null} if there is none
	 */
	@Nullable String extract(HandshakeRequest request);

}
