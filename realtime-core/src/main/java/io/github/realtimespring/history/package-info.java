/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Positions and the log of recent publications of a stream.
 */
@NullMarked
package io.github.realtimespring.history;

import org.jspecify.annotations.NullMarked;
