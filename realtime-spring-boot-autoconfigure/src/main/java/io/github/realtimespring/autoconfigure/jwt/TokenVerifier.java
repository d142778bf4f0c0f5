/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import io.github.realtimespring.auth.AuthenticationResult;

/**
 * Decides about a token. Never throws: whatever is wrong with a token is its bearer's
 * fault.
 */
@FunctionalInterface
interface TokenVerifier {

	AuthenticationResult verify(String token);

}
