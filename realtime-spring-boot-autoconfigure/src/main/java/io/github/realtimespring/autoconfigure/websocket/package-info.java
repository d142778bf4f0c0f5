/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * The handshake, and the transports that carry connections.
 */
@NullMarked
package io.github.realtimespring.autoconfigure.websocket;

import org.jspecify.annotations.NullMarked;
