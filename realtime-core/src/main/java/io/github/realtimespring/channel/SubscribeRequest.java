/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.channel;

import io.github.realtimespring.auth.Identity;

/**
 * Who wants to subscribe to what.
 *
 * @param connectionId the id of the connection
 * @param identity whose connection it is
 * @param identifier the parsed identifier
 */
public record SubscribeRequest(String connectionId, Identity identity, ChannelIdentifier identifier) {
}
