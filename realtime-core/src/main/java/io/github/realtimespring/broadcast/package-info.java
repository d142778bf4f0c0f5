/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Publishing: the service that applications inject, and the backend between instances.
 */
@NullMarked
package io.github.realtimespring.broadcast;

import org.jspecify.annotations.NullMarked;
