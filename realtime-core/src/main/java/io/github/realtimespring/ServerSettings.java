/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

import io.github.realtimespring.hub.HubSettings;
import io.github.realtimespring.session.SessionSettings;

/**
 * What a server is built from besides its parts.
 *
 * @param sessions the bounds and intervals of every session
 * @param hub how the hub is built
 * @param maxConnections the greatest number of connections; zero means any number
 * @param maxPayload the largest payload that can be published, in bytes
 * @param callbacks runs what may block or belongs to the application
 * @param gapListener told, on that executor, the stream of which something was lost
 */
public record ServerSettings(SessionSettings sessions, HubSettings hub, int maxConnections, int maxPayload,
		Executor callbacks, Consumer<String> gapListener) {
}
