/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

import io.github.realtimespring.auth.Identity;
import io.github.realtimespring.protocol.CableProtocol;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed on before a session starts.
 *
 * @param protocol the protocol that is spoken
 * @param identity whose connection it is, or {@code null} for an anonymous one
 * @param pings what the client asked of ping messages
 * @param remoteAddress the address of the client
 */
public record Handshake(CableProtocol protocol, @Nullable Identity identity, PingOptions pings, String remoteAddress) {
}
