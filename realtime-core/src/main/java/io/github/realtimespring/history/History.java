/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.history;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

import io.github.realtimespring.broadcast.Position;

/**
 * Reads the logs that a backend writes. Safe from any thread; never blocks.
 */
public interface History {

	/**
	 * Read what came after a position.
	 * @param stream the stream
	 * @param after the position that was seen last
	 * @param limit the greatest number of publications to read
	 * @return a stage that yields the publications
	 */
	CompletionStage<HistorySlice> read(String stream, Position after, int limit);

	/**
	 * The position of the last publication.
	 * @param stream the stream
	 * @return a stage that yields the position, or empty if the stream has no log
	 */
	CompletionStage<Optional<Position>> top(String stream);

}
