/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * The endpoints that take publications over HTTP.
 */
@NullMarked
package io.github.realtimespring.autoconfigure.http;

import org.jspecify.annotations.NullMarked;
