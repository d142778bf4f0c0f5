/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * The sample application.
 */
@NullMarked
package io.github.realtimespring.sample;

import org.jspecify.annotations.NullMarked;
