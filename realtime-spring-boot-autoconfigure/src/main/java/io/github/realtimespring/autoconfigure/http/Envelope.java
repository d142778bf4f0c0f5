/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A parsed body, as far as it is of interest. An entry is a {@code Map} of the members
 * that are known, or something else where the body holds something else.
 *
 * @param batch whether the body is an array
 * @param entries the elements of the array, or the one entry
 */
record Envelope(boolean batch, List<@Nullable Object> entries) {
}
