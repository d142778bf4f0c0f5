/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.cable;

import java.util.List;

import io.github.realtimespring.protocol.DisconnectReason;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pings and pongs. Every transport passes it.
 */
abstract class HeartbeatContract {

	private static final String TOKEN_HEADER = "X-JID: " + Tokens.USER_42;

	private final Container container;

	HeartbeatContract(Container container) {
		this.container = container;
	}

	private CableClient connect(CableServer server, String query, String subProtocol) {
		CableClient client = CableClient.connect(server.url("/cable" + query), List.of(subProtocol), "X-JID",
				Tokens.USER_42);
		client.sid();
		return client;
	}

	@Test
	@DisplayName("A20: ping messages carry the time in the unit that the client asks for")
	void a20PingsCarryTheTime() {
		try (CableServer server = CableServer.start(this.container, "realtime.cable.ping-interval=100ms");
				CableClient seconds = connect(server, "", CableClient.BASE);
				CableClient millis = connect(server, "?ptp=ns&ptp=ms", CableClient.BASE);
				CableClient nanos = connect(server, "?ptp=ns", CableClient.EXT);
				CableClient odd = connect(server, "?ptp=weeks", CableClient.BASE)) {
			assertThat(seconds.nextPing()).matches("\\{\"type\":\"ping\",\"message\":\\d{10}}");
			assertThat(millis.nextPing()).matches("\\{\"type\":\"ping\",\"message\":\\d{13}}");
			assertThat(nanos.nextPing()).matches("\\{\"type\":\"ping\",\"message\":\\d{19}}");
			assertThat(odd.nextPing()).matches("\\{\"type\":\"ping\",\"message\":\\d{10}}");
			assertThat(seconds.nextPing()).isNotNull();
		}
	}

	@Test
	@DisplayName("A20: the client chooses its interval within bounds, and nonsense is ignored")
	void a20TheClientChoosesItsInterval() {
		try (CableServer server = CableServer.start(this.container, "realtime.cable.ping-interval=1h");
				CableClient one = connect(server, "?pi=120&pi=1", CableClient.BASE);
				CableClient none = connect(server, "?pi=0", CableClient.BASE);
				CableClient odd = connect(server, "?pi=1.5", CableClient.BASE)) {
			one.nextPing();
			one.nextPing();
			none.expectNothing();
			odd.expectNothing();
		}
	}

	@Test
	@DisplayName("1.10: a client of the extended protocol that sends nothing after a ping is ended, others are not")
	void aMissingPongEndsTheConnection() {
		try (CableServer server = CableServer.start(this.container, "realtime.cable.ping-interval=100ms",
				"realtime.cable.pong-timeout=300ms");
				CableClient silent = connect(server, "", CableClient.EXT);
				CableClient base = connect(server, "", CableClient.BASE)) {
			assertThat(silent.next()).isEqualTo("{\"type\":\"disconnect\",\"reason\":\"no_pong\",\"reconnect\":true}");
			assertThat(silent.closed()).isEqualTo(new CableClient.Close(1000, "No Pong"));
			base.expectNothing();
		}
	}

	@Test
	@DisplayName("S11: a connection that does not answer native pings is ended, one that does lives on")
	void s11AFrozenConnectionIsEnded() {
		try (CableServer server = CableServer.start(this.container, "realtime.heartbeat.interval=200ms",
				"realtime.heartbeat.timeout=400ms", "realtime.cable.ping-interval=0s", "realtime.close-timeout=1s");
				RawClient frozen = RawClient.upgrade(server.port(), "/cable", TOKEN_HEADER);
				CableClient alive = connect(server, "", CableClient.BASE)) {
			assertThat(frozen.next().text()).startsWith("{\"type\":\"welcome\"");
			RawClient.Frame frame = frozen.next();
			assertThat(frame.opcode()).isEqualTo(RawClient.PING);
			while (frame.opcode() == RawClient.PING) {
				frame = frozen.next();
			}
			assertThat(frame.text()).isEqualTo("{\"type\":\"disconnect\",\"reason\":\"no_pong\",\"reconnect\":true}");
			assertThat(frozen.next().closeCode()).isEqualTo(1000);
			Awaitility.await().until(() -> server.engine().registry().size() == 1);
			assertThat(server.engine().counters().disconnects(DisconnectReason.NO_PONG)).isEqualTo(1);
			alive.expectNothing();
		}
	}

	@Test
	@DisplayName("1.9: a client's ping is answered")
	void aClientsPingIsAnswered() {
		try (CableServer server = CableServer.start(this.container);
				CableClient client = connect(server, "", CableClient.BASE)) {
			client.send("{\"command\":\"ping\"}");
			assertThat(client.next()).isEqualTo("{\"type\":\"pong\"}");
			client.send("{\"command\":\"pong\"}");
			client.expectNothing();
		}
	}

}
