/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * The Actuator endpoint and the health contributor.
 */
@NullMarked
package io.github.realtimespring.autoconfigure.actuate;

import org.jspecify.annotations.NullMarked;
