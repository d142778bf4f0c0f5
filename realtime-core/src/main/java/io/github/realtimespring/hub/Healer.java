/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.hub;

import java.util.concurrent.CompletionStage;

import io.github.realtimespring.broadcast.Position;
import io.github.realtimespring.history.HistorySlice;

/**
 * What a lane that fell behind needs from the hub.
 */
interface Healer {

	CompletionStage<HistorySlice> read(String stream, Position after, int limit);

	void healed(int publications);

	void lost(String stream);

}
