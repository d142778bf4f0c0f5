/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Authentication of connections with JSON Web Tokens.
 */
@NullMarked
package io.github.realtimespring.autoconfigure.jwt;

import org.jspecify.annotations.NullMarked;
