/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * What a transport gives, and the bounded outbox in front of it.
 */
@NullMarked
package io.github.realtimespring.connection;

import org.jspecify.annotations.NullMarked;
