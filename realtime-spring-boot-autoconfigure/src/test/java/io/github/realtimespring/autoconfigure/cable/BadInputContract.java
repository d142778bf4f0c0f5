/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.cable;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.realtimespring.json.JsonText;
import io.github.realtimespring.session.SessionCounters.CommandResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What clients should not send. Another client must not notice any of it. Every transport
 * passes it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BadInputContract {

	private static final String TOKEN_HEADER = "X-JID: " + Tokens.USER_42;

	private final Container container;

	private CableServer server;

	private CableClient bystander;

	BadInputContract(Container container) {
		this.container = container;
	}

	@BeforeAll
	void startServer() {
		this.server = CableServer.start(this.container, "realtime.inbound.max-subscriptions=100");
	}

	@AfterAll
	void stopServer() {
		this.server.close();
	}

	@BeforeEach
	void subscribeBystander() {
		this.bystander = CableClient.welcomed(this.server);
		this.bystander.subscribe(CableClient.signed(this.server.sign("news")));
	}

	@AfterEach
	void bystanderNoticedNothing() {
		this.server.broadcasts().publish("news", 1);
		assertThat(this.bystander.next())
			.isEqualTo(CableClient.message(CableClient.signed(this.server.sign("news")), "1"));
		this.bystander.close();
	}

	private RawClient raw() {
		RawClient client = RawClient.upgrade(this.server.port(), "/cable", TOKEN_HEADER);
		assertThat(client.next().text()).startsWith("{\"type\":\"welcome\"");
		return client;
	}

	private void assertClosed(RawClient client, int code) {
		RawClient.Frame frame = client.next();
		while (frame.opcode() != RawClient.CLOSE) {
			frame = client.next();
		}
		assertThat(frame.closeCode()).isEqualTo(code);
	}

	private long count(CommandResult result) {
		return this.server.engine().counters().commands(result);
	}

	@Test
	@DisplayName("2.3: what is not a command is answered by nothing, is counted, and the connection lives")
	void malformedMessagesAreIgnored() {
		long before = count(CommandResult.MALFORMED);
		List<String> malformed = List.of("{", "[]", "42", "\"x\"", " ", "null", "{\"command\":5,\"identifier\":\"x\"}",
				"{\"command\":\"subscribe\",\"identifier\":{}}", "{} {}", "{\"command\":\"subscribe\"", "\u0000",
				"[".repeat(30_000), "{\"a\":".repeat(10_000));
		try (CableClient client = CableClient.welcomed(this.server)) {
			malformed.forEach(client::send);
			client.expectNothing();
			client.subscribe(CableClient.signed(this.server.sign("chat/1")));
		}
		assertThat(count(CommandResult.MALFORMED) - before).isEqualTo(malformed.size());
	}

	@Test
	@DisplayName("2.2: unknown commands are answered by nothing and counted")
	void unknownCommandsAreIgnored() {
		long before = count(CommandResult.UNKNOWN);
		try (CableClient client = CableClient.welcomed(this.server)) {
			client.send("{}");
			client.send("{\"command\":\"subscribe\"}");
			client.send("{\"command\":\"__proto__\",\"identifier\":\"constructor\"}");
			client.send("{\"COMMAND\":\"drop\",\"identifier\":\"x\",\"command2\":[1,{\"a\":[]}]}");
			client.expectNothing();
		}
		assertThat(count(CommandResult.UNKNOWN) - before).isEqualTo(4);
	}

	@Test
	@DisplayName("A25: a message of the greatest size passes, one more byte closes with 1009")
	void a25AnOversizedMessageClosesWith1009() {
		try (RawClient client = raw()) {
			client.sendText("{\"command\":\"ping\"}" + " ".repeat(64 * 1024 - 18));
			assertThat(client.next().text()).isEqualTo("{\"type\":\"pong\"}");
			client.sendText("{\"command\":\"ping\"}" + " ".repeat(64 * 1024 - 17));
			assertClosed(client, 1009);
		}
	}

	@Test
	@DisplayName("A25: the bound counts across fragments, and in bytes")
	void a25TheBoundCountsAcrossFragments() {
		try (RawClient client = raw()) {
			client.send(false, RawClient.TEXT, "{\"command\":".getBytes(StandardCharsets.UTF_8));
			client.send(true, 0, "\"ping\"}".getBytes(StandardCharsets.UTF_8));
			assertThat(client.next().text()).isEqualTo("{\"type\":\"pong\"}");
			byte[] part = "\u00e9".repeat(10_000).getBytes(StandardCharsets.UTF_8);
			client.send(false, RawClient.TEXT, part);
			client.send(false, 0, part);
			client.send(false, 0, part);
			client.send(true, 0, part);
			assertClosed(client, 1009);
		}
	}

	@Test
	@DisplayName("A25: one megabyte of identifier closes with 1009, 5,000 characters are rejected")
	void hugeIdentifiersAreRefused() {
		try (RawClient client = raw()) {
			client.sendBeginning(1 << 20, ("{\"command\":\"subscribe\",\"identifier\":\"" + "x".repeat(75_000))
				.getBytes(StandardCharsets.UTF_8));
			assertClosed(client, 1009);
		}
		try (CableClient client = CableClient.welcomed(this.server)) {
			String identifier = CableClient.signed(this.server.sign("chat/1"))
				.replace("{", "{\"pad\":\"" + "x".repeat(5000) + "\",");
			client.command("subscribe", identifier);
			assertThat(client.next())
				.isEqualTo("{\"type\":\"reject_subscription\",\"identifier\":" + JsonText.quote(identifier) + "}");
		}
	}

	@Test
	@DisplayName("Invalid UTF-8 closes with 1007")
	void invalidUtf8ClosesWith1007() {
		try (RawClient client = raw()) {
			client.send(true, RawClient.TEXT, new byte[] { '"', (byte) 0xc3, (byte) 0x28, '"' });
			assertClosed(client, 1007);
		}
	}

	@Test
	@DisplayName("1.3: a binary message is read like a text, garbage in it is malformed")
	void binaryMessagesAreReadLikeTexts() {
		try (RawClient client = raw()) {
			client.send(true, RawClient.BINARY, new byte[] { '"', (byte) 0xc3, (byte) 0x28, '"' });
			client.send(true, RawClient.BINARY, "{\"command\":\"ping\"}".getBytes(StandardCharsets.UTF_8));
			assertThat(client.next().text()).isEqualTo("{\"type\":\"pong\"}");
		}
	}

	@Test
	@DisplayName("10,000 subscribes: as many as allowed are confirmed, the others rejected")
	void subscriptionsAreBounded() {
		try (CableClient client = CableClient.welcomed(this.server)) {
			int rejected = 0;
			int confirmed = 0;
			for (int round = 0; round < 100; round++) {
				for (int i = 0; i < 100; i++) {
					client.command("subscribe", "{\"channel\":\"$pubsub\",\"signed_stream_name\":\""
							+ this.server.sign("bomb") + "\",\"n\":" + (round * 100 + i) + "}");
				}
				for (int i = 0; i < 100; i++) {
					String answer = client.next();
					confirmed += answer.startsWith("{\"type\":\"confirm_subscription\"") ? 1 : 0;
					rejected += answer.startsWith("{\"type\":\"reject_subscription\"") ? 1 : 0;
				}
			}
			assertThat(confirmed).isEqualTo(100);
			assertThat(rejected).isEqualTo(9_900);
		}
	}

	@Test
	@DisplayName("Hostile keys and channel names are only looked up")
	void hostileNamesAreOnlyLookedUp() {
		try (CableClient client = CableClient.welcomed(this.server)) {
			for (String channel : List.of("__proto__", "constructor", "(a+)+$", "${jndi:ldap://x}", "#{T(Runtime)}",
					"java.lang.Runtime", "$pubsub\u0000", "\uD83D\uDE00", "\\uD800")) {
				client.command("subscribe", "{\"channel\":" + JsonText.quote(channel) + "}");
				assertThat(client.next()).startsWith("{\"type\":\"reject_subscription\"");
			}
			client.send("{\"command\":\"subscribe\",\"identifier\":\"{\\\"channel\\\":\\\"\\ud800\\\"}\"}");
			assertThat(client.next())
				.isEqualTo("{\"type\":\"reject_subscription\",\"identifier\":\"{\\\"channel\\\":\\\"\\ud800\\\"}\"}");
		}
	}

}
