/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.cable;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.RequiredSearch;
import io.micrometer.observation.ObservationRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the meters, the Actuator endpoint and the health of a server with clients.
 */
class MetersTests {

	private static final String BASIC = "Basic "
			+ Base64.getEncoder().encodeToString("operator:its-password".getBytes());

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static CableServer server;

	@BeforeAll
	static void start() {
		server = CableServer.start(Container.TOMCAT, "management.endpoints.web.exposure.include=*",
				"management.endpoint.health.show-details=always", "spring.security.user.name=operator",
				"spring.security.user.password=its-password", "realtime.inbound.rate-limit.messages=20",
				"realtime.inbound.rate-limit.window=1h");
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Test
	@DisplayName("A37: connections are a gauge at /actuator/metrics/realtime.connections")
	void a37ConnectionsAreAGauge() {
		try (CableClient one = CableClient.welcomed(server);
				CableClient two = CableClient.connect(server.url("/cable"), List.of(CableClient.EXT), "X-JID",
						Tokens.forUser("7"))) {
			two.sid();
			await("realtime.connections", 2);
			await("realtime.principals", 2);
			assertThat(get("/actuator/metrics/realtime.connections").body())
				.contains("\"statistic\":\"VALUE\",\"value\":2.0")
				.contains("actioncable-v1-json", "actioncable-v1-ext-json");
			assertThat(value("realtime.connections", "protocol", "actioncable-v1-ext-json")).isEqualTo(1);
			assertThat(one.unread()).isZero();
		}
		await("realtime.connections", 0);
		await("realtime.principals", 0);
		assertThat(count("realtime.connections.closed")).isEqualTo(count("realtime.connections.opened"));
	}

	@Test
	@DisplayName("A37: messages, bytes, streams, broadcasts and deliveries are counted")
	void a37TrafficIsCounted() throws Exception {
		try (CableClient one = CableClient.welcomed(server); CableClient two = CableClient.welcomed(server)) {
			String identifier = CableClient.signed(server.sign("counted"));
			double received = count("realtime.messages.received", "result", "ok");
			one.subscribe(identifier);
			two.subscribe(identifier);
			await("realtime.streams", 1);
			await("realtime.subscriptions", 2);
			assertThat(count("realtime.messages.received", "result", "ok")).isEqualTo(received + 2);
			double broadcasts = count("realtime.broadcasts");
			double deliveries = count("realtime.deliveries");
			double sent = count("realtime.messages.sent", "result", "ok");
			double bytes = count("realtime.bytes", "direction", "sent");
			double http = count("realtime.publications", "source", "http", "outcome", "accepted");
			assertThat(publish("{\"stream\":\"counted\",\"data\":\"1\"}")).isEqualTo(201);
			server.broadcasts().publish("counted", "2");
			for (CableClient client : List.of(one, two)) {
				assertThat(client.next()).isEqualTo(CableClient.message(identifier, "1"));
				assertThat(client.next()).isEqualTo(CableClient.message(identifier, "\"2\""));
			}
			assertThat(count("realtime.broadcasts")).isEqualTo(broadcasts + 2);
			assertThat(count("realtime.publications", "source", "http", "outcome", "accepted")).isEqualTo(http + 1);
			Awaitility.await().untilAsserted(() -> {
				assertThat(count("realtime.deliveries")).isEqualTo(deliveries + 4);
				assertThat(count("realtime.messages.sent", "result", "ok")).isGreaterThanOrEqualTo(sent + 4);
				assertThat(count("realtime.bytes", "direction", "sent")).isGreaterThan(bytes + 4 * 50);
				assertThat(value("realtime.outbound.queued")).isZero();
				assertThat(value("realtime.fanout.queued")).isZero();
			});
			assertThat(count("realtime.bytes", "direction", "received")).isPositive();
			assertThat(value("realtime.history.streams")).isPositive();
		}
		await("realtime.streams", 0);
		await("realtime.subscriptions", 0);
	}

	@Test
	@DisplayName("A37: every way in which a message of a client fails has its own count")
	void a37FailedMessagesAreCounted() {
		double malformed = count("realtime.messages.received", "result", "malformed");
		double unknown = count("realtime.messages.received", "result", "unknown");
		double failed = count("realtime.messages.received", "result", "failed");
		double duplicate = count("realtime.messages.received", "result", "duplicate");
		double limited = count("realtime.messages.received", "result", "limited");
		try (CableClient client = CableClient.welcomed(server)) {
			String identifier = CableClient.signed(server.sign("failures"));
			client.subscribe(identifier);
			client.command("subscribe", identifier);
			client.send("{");
			client.send("{\"command\":\"dance\",\"identifier\":\"{}\"}");
			client.command("subscribe", CableClient.signed("forged--0000"));
			assertThat(client.next()).contains("reject_subscription");
			for (int i = 0; i < 30; i++) {
				client.send("{\"command\":\"ping\"}");
			}
			Awaitility.await().untilAsserted(() -> {
				assertThat(count("realtime.messages.received", "result", "malformed")).isEqualTo(malformed + 1);
				assertThat(count("realtime.messages.received", "result", "unknown")).isEqualTo(unknown + 1);
				assertThat(count("realtime.messages.received", "result", "failed")).isEqualTo(failed + 1);
				assertThat(count("realtime.messages.received", "result", "duplicate")).isEqualTo(duplicate + 1);
				assertThat(count("realtime.messages.received", "result", "limited")).isEqualTo(limited + 15);
			});
		}
	}

	@Test
	@DisplayName("A37, A22: remote disconnects are counted as commands and by their reason")
	void a37CommandsAndDisconnectsAreCounted() throws Exception {
		double commands = count("realtime.commands");
		double disconnects = count("realtime.disconnects", "reason", "remote");
		try (CableClient client = CableClient.welcomed(server, Tokens.forUser("gone"))) {
			String identifiers = "{\\\"user_id\\\":\\\"gone\\\"}";
			assertThat(publish("{\"command\":\"disconnect\",\"payload\":{\"identifier\":\"" + identifiers + "\"}}"))
				.isEqualTo(201);
			assertThat(client.next()).contains("\"reason\":\"remote\"");
			client.closed();
		}
		assertThat(count("realtime.commands")).isEqualTo(commands + 1);
		assertThat(count("realtime.disconnects", "reason", "remote")).isEqualTo(disconnects + 1);
	}

	@Test
	@DisplayName("A37: handshakes are counted by their outcome and observed")
	void a37HandshakesAreCounted() throws Exception {
		double accepted = count("realtime.handshakes", "outcome", "accepted");
		double unauthorized = count("realtime.handshakes", "outcome", "unauthorized");
		double bad = count("realtime.handshakes", "outcome", "bad_request");
		CableClient.welcomed(server).close();
		try (CableClient refused = CableClient.connect(server.url("/cable"), List.of(CableClient.BASE))) {
			assertThat(refused.next()).contains("unauthorized");
		}
		assertThat(get("/cable").statusCode()).isNotEqualTo(200);
		assertThat(count("realtime.handshakes", "outcome", "accepted")).isEqualTo(accepted + 1);
		assertThat(count("realtime.handshakes", "outcome", "unauthorized")).isEqualTo(unauthorized + 1);
		assertThat(count("realtime.handshakes", "outcome", "bad_request")).isEqualTo(bad + 1);
		assertThat(server.context().getBeansOfType(ObservationRegistry.class)).isNotEmpty();
		Awaitility.await()
			.untilAsserted(() -> assertThat(
					registry().get("realtime.handshake").tag("outcome", "unauthorized").timer().count())
				.isPositive());
	}

	@Test
	@DisplayName("A37: publishers that are refused are counted by why")
	void a37RefusedPublishersAreCounted() throws Exception {
		double key = count("realtime.publications", "source", "http", "outcome", "key");
		double malformed = count("realtime.publications", "source", "http", "outcome", "malformed");
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/_broadcast"))
			.header("Authorization", "Bearer wrong")
			.POST(BodyPublishers.ofString("{}"))
			.build();
		assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
		assertThat(publish("{")).isEqualTo(400);
		assertThat(count("realtime.publications", "source", "http", "outcome", "key")).isEqualTo(key + 1);
		assertThat(count("realtime.publications", "source", "http", "outcome", "malformed")).isEqualTo(malformed + 1);
	}

	@Test
	@DisplayName("A37: publishing is timed, by its source")
	void a37PublishingIsTimed() throws Exception {
		server.broadcasts().publish("timed", "x");
		assertThat(publish("{\"stream\":\"timed\",\"data\":\"1\"}")).isEqualTo(201);
		assertThat(registry().get("realtime.publish").tags("source", "code", "outcome", "accepted").timer().count())
			.isPositive();
		assertThat(registry().get("realtime.publish").tags("source", "http", "outcome", "accepted").timer().count())
			.isPositive();
	}

	@Test
	@DisplayName("A37: the Actuator endpoint shows numbers and limits, and no secret, token, stream or user")
	void a37EndpointShowsNoSecrets() {
		try (CableClient client = CableClient.welcomed(server)) {
			client.subscribe(CableClient.signed(server.sign("secret-room")));
			Awaitility.await()
				.untilAsserted(() -> assertThat(get("/actuator/realtime").body()).contains("\"total\":1"));
			String body = get("/actuator/realtime").body();
			assertThat(body).contains("\"draining\":false", "\"streams\":1", "\"subscriptions\":1",
					"\"backend\":\"memory\"", "\"paths\":[\"/cable\"]", "\"paths\":[\"/_broadcast\"]",
					"\"maxMessageSize\":65536", "\"maxSubscriptions\":1000", "\"pingInterval\":\"PT3S\"",
					"\"writeTimeout\":\"PT2S\"", "\"name\":\"spring\"");
			assertThat(body).doesNotContain("secret-room", CableServer.SECRET, CableServer.BROADCAST_KEY,
					Tokens.USER_42, "user_id");
		}
	}

	@Test
	@DisplayName("A38: health tells what serves")
	void a38HealthTellsWhatServes() {
		assertThat(get("/actuator/health/realtime").body()).contains("\"status\":\"UP\"", "\"backend\":\"memory\"",
				"\"transport\":\"spring\"", "\"connections\":", "\"streams\":");
	}

	private static void await(String gauge, double expected) {
		Awaitility.await().untilAsserted(() -> assertThat(value(gauge)).isEqualTo(expected));
	}

	private static double value(String name, String... tags) {
		return search(name, tags).gauges().stream().mapToDouble((gauge) -> gauge.value()).sum();
	}

	private static double count(String name, String... tags) {
		return search(name, tags).functionCounters().stream().mapToDouble((counter) -> counter.count()).sum();
	}

	private static RequiredSearch search(String name, String... tags) {
		return registry().get(name).tags(tags);
	}

	private static MeterRegistry registry() {
		return server.bean(MeterRegistry.class);
	}

	private static int publish(String body) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/_broadcast"))
			.header("Authorization", "Bearer " + CableServer.BROADCAST_KEY)
			.POST(BodyPublishers.ofString(body))
			.build();
		return HTTP.send(request, BodyHandlers.ofString()).statusCode();
	}

	private static HttpResponse<String> get(String path) {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
			.header("Authorization", BASIC)
			.build();
		return HTTP.sendAsync(request, BodyHandlers.ofString()).join();
	}

}
