/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * The wire: commands from clients, messages to clients, and the codec between them and
 * bytes.
 */
@NullMarked
package io.github.realtimespring.protocol;

import org.jspecify.annotations.NullMarked;
