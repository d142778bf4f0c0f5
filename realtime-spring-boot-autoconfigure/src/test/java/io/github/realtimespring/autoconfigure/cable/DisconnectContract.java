/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.cable;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.realtimespring.protocol.DisconnectReason;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How connections end. Every transport passes it.
 */
abstract class DisconnectContract {

	private final Container container;

	DisconnectContract(Container container) {
		this.container = container;
	}

	private static void assertDisconnected(CableClient client, String reason, boolean reconnect, int code,
			String text) {
		assertThat(client.next())
			.isEqualTo("{\"type\":\"disconnect\",\"reason\":\"" + reason + "\",\"reconnect\":" + reconnect + "}");
		assertThat(client.closed()).isEqualTo(new CableClient.Close(code, text));
	}

	@Test
	@DisplayName("A23, A22: a remote disconnect over HTTP ends every connection with these identifiers and no other")
	void a23RemoteDisconnectEndsAllSessionsOfAnIdentity() throws Exception {
		try (CableServer server = CableServer.start(this.container);
				CableClient one = CableClient.welcomed(server);
				CableClient two = CableClient.welcomed(server);
				CableClient other = CableClient.welcomed(server, Tokens.forUser("7"))) {
			String body = "{\"command\":\"disconnect\",\"payload\":{\"identifier\":\"{\\\"user_id\\\": 42}\",\"reconnect\":true}}";
			HttpRequest request = HttpRequest
				.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/_broadcast"))
				.header("Authorization", "Bearer " + CableServer.BROADCAST_KEY)
				.POST(BodyPublishers.ofString(body))
				.build();
			assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
			assertDisconnected(one, "remote", true, 1000, "Closed remotely");
			assertDisconnected(two, "remote", true, 1000, "Closed remotely");
			other.expectNothing();
			Awaitility.await().until(() -> server.engine().registry().size() == 1);
			assertThat(server.engine().counters().disconnects(DisconnectReason.REMOTE)).isEqualTo(2);
		}
	}

	@Test
	@DisplayName("A23: disconnecting from code tells how many connections it concerned")
	void a23DisconnectingFromCodeCounts() throws Exception {
		try (CableServer server = CableServer.start(this.container);
				CableClient client = CableClient.welcomed(server)) {
			assertThat(server.broadcasts().disconnect("{\"user_id\":42}", false).toCompletableFuture().get()).isZero();
			assertThat(server.broadcasts().disconnect("{\"user_id\": 42}", false).toCompletableFuture().get())
				.isEqualTo(1);
			assertDisconnected(client, "remote", false, 1000, "Closed remotely");
		}
	}

	@Test
	@DisplayName("A3, A22: with close-on-expiry a live connection ends when its token runs out")
	void a3ALiveConnectionEndsWithItsToken() {
		try (CableServer server = CableServer.start(this.container, "realtime.jwt.close-on-expiry=true")) {
			Instant expiry = Instant.now().plusSeconds(4);
			try (CableClient client = CableClient.welcomed(server, Tokens.expiringAt(expiry))) {
				assertDisconnected(client, "token_expired", false, 1000, "Auth Failed");
				assertThat(Instant.now()).isAfterOrEqualTo(expiry.minusMillis(1));
			}
		}
	}

	@Test
	@DisplayName("A22, A38, S27: on shutdown every client is told to come back and closed with 1001")
	void a38EveryClientIsToldOnShutdown() {
		List<CableClient> clients = new ArrayList<>();
		CableServer server = CableServer.start(this.container, "realtime.shutdown.drain=2s");
		try {
			for (int i = 0; i < 200; i++) {
				clients.add(CableClient.welcomed(server));
			}
		}
		finally {
			server.close();
		}
		for (CableClient client : clients) {
			assertDisconnected(client, "server_restart", true, 1001, "Server restart");
			client.close();
		}
	}

	@Test
	@DisplayName("A22: a client that closes by itself is forgotten, with all its subscriptions")
	void aClientThatClosesIsForgotten() {
		try (CableServer server = CableServer.start(this.container)) {
			List<CableClient> clients = new ArrayList<>();
			for (int i = 0; i < 20; i++) {
				CableClient client = CableClient.welcomed(server);
				client.subscribe(CableClient.signed(server.sign("room/" + i % 3)));
				clients.add(client);
			}
			assertThat(server.engine().hub().streams()).isEqualTo(3);
			clients.forEach(CableClient::close);
			Awaitility.await().until(() -> server.engine().registry().size() == 0);
			assertThat(server.engine().hub().streams()).isZero();
			assertThat(server.engine().hub().subscriptions()).isZero();
		}
	}

}
