/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Auto-configuration of the realtime server.
 */
@NullMarked
package io.github.realtimespring.autoconfigure;

import org.jspecify.annotations.NullMarked;
