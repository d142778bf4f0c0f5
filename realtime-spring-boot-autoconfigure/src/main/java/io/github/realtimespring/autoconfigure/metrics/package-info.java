/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Meters and observations.
 */
@NullMarked
package io.github.realtimespring.autoconfigure.metrics;

import org.jspecify.annotations.NullMarked;
