/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * The realtime server as a whole.
 */
@NullMarked
package io.github.realtimespring;

import org.jspecify.annotations.NullMarked;
