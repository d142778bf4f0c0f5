/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

/**
 * How connections are authenticated, in words, for the start log and the Actuator
 * endpoint. There is no bean of this type if the application does it by itself.
 *
 * @param text the words, which name no key and no secret
 */
public record AuthenticationDescription(String text) {
}
