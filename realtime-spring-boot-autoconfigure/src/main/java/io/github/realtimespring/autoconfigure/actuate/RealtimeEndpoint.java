/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.realtimespring.RealtimeServer;
import io.github.realtimespring.autoconfigure.ServedEndpoint;
import io.github.realtimespring.autoconfigure.TransportDescription;
import io.github.realtimespring.autoconfigure.actuate.RealtimeDescriptor.Connections;
import io.github.realtimespring.autoconfigure.actuate.RealtimeDescriptor.FanOut;
import io.github.realtimespring.autoconfigure.actuate.RealtimeDescriptor.HistoryUsage;
import io.github.realtimespring.autoconfigure.actuate.RealtimeDescriptor.Served;
import io.github.realtimespring.autoconfigure.actuate.RealtimeDescriptor.Transport;
import io.github.realtimespring.history.InMemoryHistory;
import io.github.realtimespring.hub.Hub;
import io.github.realtimespring.protocol.CableProtocol;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * {@link Endpoint} that shows what the realtime server of this instance does, and within
 * which limits. Shows numbers and settings only: no name of a stream or a user, no
 * identifier, no token.
 */
@Endpoint(id = "realtime")
public class RealtimeEndpoint {

	private final RealtimeServer server;

	private final long maxMessageSize;

	private final String backend;

	private final @Nullable InMemoryHistory history;

	private final @Nullable TransportDescription transport;

	private final List<ServedEndpoint> endpoints;

	/**
	 * Create the endpoint.
	 * @param server the server
	 * @param maxMessageSize the greatest size of a message of a client, in bytes
	 * @param backend what the backend is called
	 * @param history what is kept in memory, or {@code null} if nothing is
	 * @param transport what carries connections, or {@code null} if nothing does
	 * @param endpoints what is served
	 */
	public RealtimeEndpoint(RealtimeServer server, long maxMessageSize, String backend,
			@Nullable InMemoryHistory history, @Nullable TransportDescription transport,
			List<ServedEndpoint> endpoints) {
		this.server = server;
		this.maxMessageSize = maxMessageSize;
		this.backend = backend;
		this.history = history;
		this.transport = transport;
		this.endpoints = endpoints;
	}

	/**
	 * What the server does now.
	 * @return the description
	 */
	@ReadOperation
	public RealtimeDescriptor realtime() {
		Hub hub = this.server.hub();
		return new RealtimeDescriptor(RealtimeServer.class.getPackage().getImplementationVersion(),
				this.server.admission().isClosed(), connections(), this.server.registry().distinctIdentifiers(),
				hub.streams(), hub.subscriptions(), fanOut(hub), this.backend, history(), transport(),
				this.endpoints.stream().map(RealtimeEndpoint::served).toList(),
				LimitsDescriptor.of(this.server.settings(), this.maxMessageSize));
	}

	private Connections connections() {
		Map<String, Long> byProtocol = new LinkedHashMap<>();
		for (CableProtocol protocol : CableProtocol.values()) {
			byProtocol.put(protocol.subProtocol(), this.server.counters().open(protocol));
		}
		return new Connections(this.server.registry().size(), byProtocol);
	}

	private FanOut fanOut(Hub hub) {
		return new FanOut(hub.publications(), hub.deliveries(), hub.waiting(), hub.healed(), hub.gaps(),
				this.server.traffic().queued());
	}

	private @Nullable HistoryUsage history() {
		return (this.history != null) ? new HistoryUsage(this.history.streams(), this.history.bytes()) : null;
	}

	private @Nullable Transport transport() {
		return (this.transport != null) ? new Transport(this.transport.name(), this.transport.reason()) : null;
	}

	private static Served served(ServedEndpoint endpoint) {
		Integer port = (endpoint.port() != null) ? endpoint.port().getAsInt() : null;
		return new Served(endpoint.name(), endpoint.kind(), endpoint.paths(), port, endpoint.open(),
				endpoint.remarks());
	}

}
