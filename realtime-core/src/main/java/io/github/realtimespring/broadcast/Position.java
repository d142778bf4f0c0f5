/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.broadcast;

/**
 * A place in a stream's log. Offsets grow by one from publication to publication within
 * an epoch; a new epoch means that the log was lost and offsets start anew.
 *
 * @param epoch the epoch of the log
 * @param offset the offset within the epoch, from 1 on
 */
public record Position(String epoch, long offset) {
}
