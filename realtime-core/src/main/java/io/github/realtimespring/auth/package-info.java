/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Who may connect: the handshake as an authenticator sees it, and the identity it yields.
 */
@NullMarked
package io.github.realtimespring.auth;

import org.jspecify.annotations.NullMarked;
