/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.metrics;

import io.github.realtimespring.RealtimeServer;
import io.github.realtimespring.protocol.CableProtocol;
import io.github.realtimespring.protocol.DisconnectReason;
import io.github.realtimespring.session.SessionCounters;
import io.github.realtimespring.session.SessionCounters.CommandResult;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Meters of the sessions of this instance. All of them read counters that the engine has
 * anyway, at the time of a scrape. The number of meters does not grow: no tag holds a
 * stream, a user or a path.
 */
class ServerMetrics implements MeterBinder {

	private static final String CONNECTIONS = "realtime.connections";

	private static final String RESULT = "result";

	private final RealtimeServer server;

	ServerMetrics(RealtimeServer server) {
		this.server = server;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Meters meters = new Meters(registry);
		bindConnections(meters);
		bindMessages(meters);
		meters.gauge("realtime.principals", "Distinct connection identifiers",
				this.server.registry()::distinctIdentifiers);
		meters.counter("realtime.commands", "Remote commands that were executed here", this.server::commands);
		meters.bytes("realtime.bytes", "Payload bytes", this.server.traffic()::bytesSent, "direction", "sent");
		meters.bytes("realtime.bytes", "Payload bytes", this.server.traffic()::bytesReceived, "direction", "received");
	}

	private void bindConnections(Meters meters) {
		SessionCounters counters = this.server.counters();
		for (CableProtocol protocol : CableProtocol.values()) {
			String[] tags = { "endpoint", "cable", "protocol", protocol.subProtocol() };
			meters.gauge(CONNECTIONS, "Open connections", () -> counters.open(protocol), tags);
			meters.counter(CONNECTIONS + ".opened", "Connections that were opened", () -> counters.opened(protocol),
					tags);
			meters.counter(CONNECTIONS + ".closed", "Connections that are gone, whoever ended them",
					() -> counters.closed(protocol), tags);
		}
		for (DisconnectReason reason : DisconnectReason.values()) {
			meters.counter("realtime.disconnects", "Connections that the server ended",
					() -> counters.disconnects(reason), "reason", reason.code());
		}
	}

	private void bindMessages(Meters meters) {
		String received = "Messages of clients";
		for (CommandResult result : CommandResult.values()) {
			meters.counter("realtime.messages.received", received, () -> this.server.counters().commands(result),
					RESULT, Meters.tag(result));
		}
		String sent = "Messages to clients";
		meters.counter("realtime.messages.sent", sent, this.server.traffic()::sent, RESULT, "ok");
		meters.counter("realtime.messages.sent", sent, this.server.traffic()::failed, RESULT, "failed");
		meters.counter("realtime.messages.sent", sent, this.server.traffic()::timedOut, RESULT, "timeout");
		meters.gaugeOfBytes("realtime.outbound.queued", "Payload bytes that wait for clients to read",
				this.server.traffic()::queued);
	}

}
