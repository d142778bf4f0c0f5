/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * How the endpoints live beside the application's Spring Security configuration.
 */
@NullMarked
package io.github.realtimespring.autoconfigure.security;

import org.jspecify.annotations.NullMarked;
