/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

import io.github.realtimespring.broadcast.BroadcastService;
import io.github.realtimespring.channel.ChannelRegistry;
import io.github.realtimespring.connection.TimerWheel;
import io.github.realtimespring.connection.Traffic;
import io.github.realtimespring.hub.Hub;

/**
 * What all sessions of a server share.
 *
 * @param settings the bounds and intervals
 * @param hub where subscriptions go
 * @param channels what identifiers stand for
 * @param broadcasts where whispers go
 * @param callbacks runs what may block or belongs to the application
 * @param timers the timers
 * @param ticker the nanoseconds that recent events are judged by
 * @param traffic counts bytes and messages
 * @param counters counts what sessions do
 */
public record SessionContext(SessionSettings settings, Hub hub, ChannelRegistry channels, BroadcastService broadcasts,
		Executor callbacks, TimerWheel timers, LongSupplier ticker, Traffic traffic, SessionCounters counters) {
}
