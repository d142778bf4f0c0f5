/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

/**
 * What carries connections, for the start log and the Actuator endpoint.
 *
 * @param name the name of the transport
 * @param reason why it was chosen
 */
public record TransportDescription(String name, String reason) {
}
