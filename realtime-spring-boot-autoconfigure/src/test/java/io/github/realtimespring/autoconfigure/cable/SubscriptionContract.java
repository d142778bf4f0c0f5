/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.cable;

import java.util.List;

import io.github.realtimespring.broadcast.BroadcastService;
import io.github.realtimespring.broadcast.Payload;
import io.github.realtimespring.broadcast.Publication;
import io.github.realtimespring.json.JsonText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Subscribing and receiving. Every transport passes it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SubscriptionContract {

	private static final String CHAT_1 = CableClient
		.signed("ImNoYXQvMSI=--048395cf6560e0a971f1546e780d7edbea9b227bfe69d812f972ced9d9bfa0b2");

	private final Container container;

	private CableServer server;

	SubscriptionContract(Container container) {
		this.container = container;
	}

	@BeforeAll
	void startServer() {
		this.server = CableServer.start(this.container);
	}

	@AfterAll
	void stopServer() {
		this.server.close();
	}

	@Test
	@DisplayName("A10: a signed name made by Python is confirmed, the identifier echoed byte for byte")
	void a10ASignedNameIsConfirmed() {
		try (CableClient client = CableClient.welcomed(this.server)) {
			client.subscribe(CHAT_1);
			String spaced = "{ \"extra\":[1, 2.50],  \"signed_stream_name\" : \"" + this.server.sign("chat/2")
					+ "\",\"channel\":\"$pubsub\"}";
			client.subscribe(spaced);
			this.server.broadcasts().publish("chat/2", "hi");
			assertThat(client.next()).isEqualTo(CableClient.message(spaced, "\"hi\""));
		}
	}

	@Test
	@DisplayName("A10: what is not a signed name is rejected, and may be tried again")
	void a10WhatIsNotSignedIsRejected() {
		try (CableClient client = CableClient.welcomed(this.server)) {
			for (String identifier : List.of(CHAT_1.replace("--0", "--1"), CableClient.signed(""), "{}", "chat/1", "",
					"[1]", "{\"channel\":\"$pubsub\",\"signed_stream_name\":7}", "{\"channel\":\"$pubsub\"}",
					"{\"channel\":\"$pusher\",\"stream\":\"x\"}", "{\"channel\":\"java.lang.Runtime\"}",
					"{\"channel\":\"__proto__\"}", "{\"channel\":\".*\"}")) {
				if (identifier.isEmpty()) {
					continue;
				}
				client.command("subscribe", identifier);
				assertThat(client.next()).as(identifier)
					.startsWith("{\"type\":\"reject_subscription\",\"identifier\":");
			}
			client.command("subscribe", CHAT_1.replace("--0", "--1"));
			assertThat(client.next()).startsWith("{\"type\":\"reject_subscription\"");
			client.subscribe(CHAT_1);
		}
	}

	@Test
	@DisplayName("A10: a duplicate right after the confirmation gets no second one")
	void a10ADuplicateIsNotConfirmedTwice() {
		try (CableClient client = CableClient.welcomed(this.server)) {
			client.subscribe(CHAT_1);
			client.command("subscribe", CHAT_1);
			client.expectNothing();
		}
	}

	@Test
	@DisplayName("A11: unsubscribe has no reply and messages stop; subscribing again is confirmed")
	void a11UnsubscribeStopsMessages() {
		try (CableClient client = CableClient.welcomed(this.server)) {
			client.subscribe(CHAT_1);
			client.command("unsubscribe", CHAT_1);
			client.expectNothing();
			this.server.broadcasts().publish("chat/1", "unheard");
			client.subscribe(CHAT_1);
			this.server.broadcasts().publish("chat/1", "heard");
			assertThat(client.next()).isEqualTo(CableClient.message(CHAT_1, "\"heard\""));
		}
	}

	@Test
	@DisplayName("A12: plain names are rejected unless streams are public")
	void a12PlainNamesNeedPublicStreams() {
		try (CableClient client = CableClient.welcomed(this.server)) {
			client.command("subscribe", CableClient.named("chat/1"));
			assertThat(client.next()).startsWith("{\"type\":\"reject_subscription\"");
		}
		try (CableServer open = CableServer.start(this.container, "realtime.streams.public=true");
				CableClient client = CableClient.welcomed(open)) {
			client.subscribe(CableClient.named("chat/1"));
			client.command("subscribe",
					"{\"channel\":\"$pubsub\",\"stream_name\":\"x\",\"signed_stream_name\":\"bad\"}");
			assertThat(client.next()).startsWith("{\"type\":\"reject_subscription\"");
			open.broadcasts().publish("chat/1", List.of(1, 2));
			assertThat(client.next()).isEqualTo(CableClient.message(CableClient.named("chat/1"), "[1,2]"));
		}
	}

	@Test
	@DisplayName("A13: JSON arrives as it is, numbers included; a text arrives as a string")
	void a13PayloadsArriveAsPublished() {
		try (CableClient client = CableClient.welcomed(this.server)) {
			client.subscribe(CHAT_1);
			BroadcastService broadcasts = this.server.broadcasts();
			broadcasts.publishJson("chat/1", "{ \"b\":12345678901234567890, \"a\": 1.10 , \"t\":\"<&>\"}");
			assertThat(client.next())
				.isEqualTo(CableClient.message(CHAT_1, "{ \"b\":12345678901234567890, \"a\": 1.10 , \"t\":\"<&>\"}"));
			for (String data : List.of("42", "[1,{\"a\":null}]", "true", "\"x\"")) {
				broadcasts.publishAll(List.of(Publication.of("chat/1", Payload.jsonOrText(data))));
				assertThat(client.next()).isEqualTo(CableClient.message(CHAT_1, data));
			}
			for (String data : List.of("hello", "{broken", "null", "")) {
				broadcasts.publishAll(List.of(Publication.of("chat/1", Payload.jsonOrText(data))));
				assertThat(client.next()).isEqualTo(CableClient.message(CHAT_1, "\"" + data + "\""));
			}
			broadcasts.publish("chat/1", new Greeting("Jürgen \uD83D\uDE00", 3));
			assertThat(client.next())
				.isEqualTo(CableClient.message(CHAT_1, "{\"name\":\"Jürgen \uD83D\uDE00\",\"times\":3}"));
		}
	}

	record Greeting(String name, int times) {
	}

	@Test
	@DisplayName("B20: several streams over one socket; one stream through two identifiers comes twice")
	void b20SeveralStreamsShareASocket() {
		try (CableClient client = CableClient.welcomed(this.server)) {
			String other = "{\"channel\":\"$pubsub\",\"signed_stream_name\":\"" + this.server.sign("chat/1")
					+ "\",\"tab\":2}";
			String third = CableClient.signed(this.server.sign("news"));
			client.subscribe(CHAT_1);
			client.subscribe(other);
			client.subscribe(third);
			this.server.broadcasts().publish("news", 1);
			assertThat(client.next()).isEqualTo(CableClient.message(third, "1"));
			this.server.broadcasts().publish("chat/1", 2);
			assertThat(List.of(client.next(), client.next()))
				.containsExactlyInAnyOrder(CableClient.message(CHAT_1, "2"), CableClient.message(other, "2"));
		}
	}

	@Test
	@DisplayName("A16: the excluded connection does not receive what the others do")
	void a16OneConnectionIsExcluded() {
		try (CableClient others = CableClient.welcomed(this.server);
				CableClient sender = CableClient.connect(this.server.url("/cable"), List.of(CableClient.BASE), "X-JID",
						Tokens.USER_42)) {
			String sid = sender.sid();
			sender.subscribe(CHAT_1);
			others.subscribe(CHAT_1);
			this.server.broadcasts().publish("chat/1", "mine", BroadcastService.exclude(sid));
			assertThat(others.next()).isEqualTo(CableClient.message(CHAT_1, "\"mine\""));
			sender.expectNothing();
		}
	}

	@Test
	@DisplayName("Turbo::StreamsChannel takes signed names and nothing else")
	void turboStreamsAreServed() {
		try (CableClient client = CableClient.welcomed(this.server)) {
			String turbo = "{\"channel\":\"Turbo::StreamsChannel\",\"signed_stream_name\":\"" + this.server.sign("page")
					+ "\"}";
			client.subscribe(turbo);
			this.server.broadcasts().publish("page", "<turbo-stream action=\"append\"></turbo-stream>");
			assertThat(client.next())
				.isEqualTo(CableClient.message(turbo, "\"<turbo-stream action=\\\"append\\\"></turbo-stream>\""));
			client.command("subscribe", "{\"channel\":\"Turbo::StreamsChannel\",\"stream_name\":\"page\"}");
			assertThat(client.next()).startsWith("{\"type\":\"reject_subscription\"");
		}
	}

	@Test
	@DisplayName("2.2: history is rejected until it is served to clients; an empty request gets no reply")
	void historyIsRejected() {
		try (CableClient client = CableClient.connect(this.server.url("/cable"), List.of(CableClient.EXT), "X-JID",
				Tokens.USER_42)) {
			client.sid();
			client.send("{\"command\":\"subscribe\",\"identifier\":" + JsonText.quote(CHAT_1)
					+ ",\"history\":{\"since\":false,\"streams\":{}}}");
			assertThat(client.next()).startsWith("{\"type\":\"confirm_subscription\"");
			assertThat(client.next()).startsWith("{\"type\":\"reject_history\"");
			client.send("{\"command\":\"history\",\"identifier\":" + JsonText.quote(CHAT_1) + ",\"history\":{}}");
			client.send("{\"command\":\"history\",\"identifier\":\"unknown\",\"history\":{\"since\":5}}");
			client.expectNothing();
		}
	}

	@Test
	@DisplayName("2.2: performing and whispering where it is not allowed gets no reply")
	void uselessCommandsGetNoReply() {
		try (CableClient client = CableClient.welcomed(this.server)) {
			client.subscribe(CHAT_1);
			String id = JsonText.quote(CHAT_1);
			client.send("{\"command\":\"message\",\"identifier\":" + id + ",\"data\":\"{}\"}");
			client.send("{\"command\":\"whisper\",\"identifier\":" + id + ",\"data\":{\"a\":1}}");
			client.send("{\"command\":\"join\",\"identifier\":" + id + ",\"presence\":{\"id\":7}}");
			client.send("{\"command\":\"leave\",\"identifier\":" + id + "}");
			client.send("{\"command\":\"unsubscribe\",\"identifier\":\"unknown\"}");
			client.expectNothing();
		}
	}

	@Test
	@DisplayName("4.4: a whisper reaches the others, exactly as it was sent, and not its sender")
	void whispersReachTheOthers() {
		try (CableServer open = CableServer.start(this.container, "realtime.streams.whisper=true");
				CableClient one = CableClient.welcomed(open);
				CableClient two = CableClient.welcomed(open)) {
			one.subscribe(CHAT_1);
			two.subscribe(CHAT_1);
			one.send("{\"command\":\"whisper\",\"identifier\":" + JsonText.quote(CHAT_1)
					+ ",\"data\": {\"n\": 1.00 , \"big\":12345678901234567890} }");
			assertThat(two.next())
				.isEqualTo(CableClient.message(CHAT_1, "{\"n\": 1.00 , \"big\":12345678901234567890}"));
			one.expectNothing();
		}
	}

}
