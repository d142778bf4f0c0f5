/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

/**
 * Publications of a stream were lost on this instance: they came faster than they could
 * be fanned out and have no place in the history, or the history does not reach back far
 * enough. Published as an application event; clients of the stream may want to load their
 * state anew.
 *
 * @param stream the stream
 */
public record RealtimeGapEvent(String stream) {
}
