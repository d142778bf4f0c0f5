/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Fan-out: the sharded subscription index that turns one publication into many writes.
 */
@NullMarked
package io.github.realtimespring.hub;

import org.jspecify.annotations.NullMarked;
