/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Stream names: signing, verifying and authorizing them.
 */
@NullMarked
package io.github.realtimespring.stream;

import org.jspecify.annotations.NullMarked;
