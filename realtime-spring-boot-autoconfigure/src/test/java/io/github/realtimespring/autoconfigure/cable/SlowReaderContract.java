/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.cable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.realtimespring.json.JsonText;
import io.github.realtimespring.protocol.DisconnectReason;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients that do not read. Every transport passes it.
 */
abstract class SlowReaderContract {

	private static final int SLOW = 64;

	private static final int FAST = 36;

	private static final int MESSAGES = 3_000;

	private final Container container;

	SlowReaderContract(Container container) {
		this.container = container;
	}

	@Test
	@DisplayName("64 of 100 clients never read: the others get all in order, the 64 are gone as too_slow")
	void clientsThatDoNotReadHurtNobodyElse() {
		List<RawClient> slow = new ArrayList<>();
		List<CableClient> fast = new ArrayList<>();
		try (CableServer server = CableServer.start(this.container)) {
			String identifier = CableClient.signed(server.sign("flood"));
			for (int i = 0; i < SLOW; i++) {
				RawClient client = RawClient.upgrade(server.port(), 4096, "/cable", "X-JID: " + Tokens.USER_42);
				client.sendText("{\"command\":\"subscribe\",\"identifier\":" + JsonText.quote(identifier) + "}");
				slow.add(client);
			}
			for (int i = 0; i < FAST; i++) {
				CableClient client = CableClient.welcomed(server);
				client.subscribe(identifier);
				fast.add(client);
			}
			Awaitility.await().until(() -> server.engine().hub().subscriptions("flood") == SLOW + FAST);
			publish(server, identifier, fast);
			Duration bound = server.engine().settings().sessions().outbox().writeTimeout().plusSeconds(1);
			Awaitility.await().atMost(bound).until(() -> server.engine().registry().size() == FAST);
			assertThat(server.engine().counters().disconnects(DisconnectReason.TOO_SLOW)).isEqualTo(SLOW);
			assertThat(server.engine().traffic().queued()).isZero();
			assertThat(server.engine().hub().subscriptions("flood")).isEqualTo(FAST);
		}
		finally {
			slow.forEach(RawClient::close);
			fast.forEach(CableClient::close);
		}
	}

	/** Paced by the clients that read: how fast this machine is does not matter. */
	private void publish(CableServer server, String identifier, List<CableClient> readers) {
		String padding = "x".repeat(3_000);
		for (int i = 0; i < MESSAGES; i++) {
			server.broadcasts().publish("flood", i + padding);
			if (i % 50 == 49) {
				for (CableClient reader : readers) {
					for (int n = i - 49; n <= i; n++) {
						assertThat(reader.next()).isEqualTo(CableClient.message(identifier, "\"" + n + padding + "\""));
					}
				}
			}
		}
	}

}
