/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.sample;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A token, as the browser's client wants it.
 *
 * @param token the token
 * @param expiresIn for how long it can be used, in seconds
 */
record ConnectionToken(String token, @JsonProperty("expires_in") long expiresIn) {
}
