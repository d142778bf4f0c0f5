/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Channels: what a subscription identifier stands for.
 */
@NullMarked
package io.github.realtimespring.channel;

import org.jspecify.annotations.NullMarked;
