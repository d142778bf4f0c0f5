/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.history;

import java.util.List;

import io.github.realtimespring.broadcast.Publication;

/**
 * A part of a stream's log.
 *
 * @param publications the publications, oldest first
 * @param complete whether nothing is missing between the position that was asked for and
 * the first publication
 */
public record HistorySlice(List<Publication> publications, boolean complete) {
}
