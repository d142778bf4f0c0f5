/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Bounded JSON reading and exact JSON writing on top of a streaming parser.
 */
@NullMarked
package io.github.realtimespring.json;

import org.jspecify.annotations.NullMarked;
