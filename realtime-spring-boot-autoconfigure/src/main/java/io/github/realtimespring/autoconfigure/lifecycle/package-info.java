/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Start, drain and stop.
 */
@NullMarked
package io.github.realtimespring.autoconfigure.lifecycle;

import org.jspecify.annotations.NullMarked;
