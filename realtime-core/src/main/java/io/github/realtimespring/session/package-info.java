/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * One connection's state machine from handshake to close, and the registry of all of
 * them.
 */
@NullMarked
package io.github.realtimespring.session;

import org.jspecify.annotations.NullMarked;
