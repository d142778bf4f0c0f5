/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.actuate;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What the realtime server of an instance does, as the Actuator endpoint tells it.
 *
 * @param version the version of the server, or {@code null} if it is not known
 * @param draining whether new connections are turned away because the server shuts down
 * @param connections its connections
 * @param principals the number of distinct connection identifiers
 * @param streams the number of streams with subscribers
 * @param subscriptions the number of subscriptions to streams
 * @param fanOut what went and goes to subscribers
 * @param backend what stands between instances
 * @param history what is kept in memory, or {@code null} if nothing is
 * @param transport what carries connections, or {@code null} if nothing does
 * @param endpoints what is served
 * @param limits the limits in force
 */
public record RealtimeDescriptor(@Nullable String version, boolean draining, Connections connections, int principals,
		int streams, long subscriptions, FanOut fanOut, String backend, @Nullable HistoryUsage history,
		@Nullable Transport transport, List<Served> endpoints,
		LimitsDescriptor limits) implements OperationResponseBody {

	/**
	 * Connections.
	 *
	 * @param total the number of connections
	 * @param byProtocol the number of connections by the protocol they speak
	 */
	public record Connections(int total, Map<String, Long> byProtocol) {
	}

	/**
	 * What went and goes to subscribers. The numbers that grow count from the start.
	 *
	 * @param broadcasts publications that were fanned out
	 * @param deliveries messages that were put into clients' outboxes
	 * @param queued publications that wait to be fanned out
	 * @param healed publications that came late, from the history
	 * @param gaps how often something was lost
	 * @param queuedBytes payload bytes that wait for clients to read
	 */
	public record FanOut(long broadcasts, long deliveries, int queued, long healed, long gaps, long queuedBytes) {
	}

	/**
	 * What is kept in memory.
	 *
	 * @param streams the number of streams that something is kept of
	 * @param bytes the number of payload bytes
	 */
	public record HistoryUsage(int streams, long bytes) {
	}

	/**
	 * What carries connections.
	 *
	 * @param name its name
	 * @param reason why it was chosen
	 */
	public record Transport(String name, String reason) {
	}

	/**
	 * An endpoint.
	 *
	 * @param name what it is called
	 * @param kind what clients do there
	 * @param paths its paths within the application
	 * @param port its own port, or {@code null} for the application's
	 * @param open whether everybody may use it
	 * @param remarks who may use it, and what else is to be known
	 */
	public record Served(String name, String kind, List<String> paths, @Nullable Integer port, boolean open,
			List<String> remarks) {
	}

}
