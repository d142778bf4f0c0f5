/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import io.github.realtimespring.broadcast.Payload;
import io.github.realtimespring.broadcast.Publication;
import io.github.realtimespring.protocol.DisconnectReason;
import io.github.realtimespring.session.SessionCounters.CommandResult;
import io.github.realtimespring.session.SessionFixture.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static io.github.realtimespring.Eventually.eventually;
import static io.github.realtimespring.Eventually.until;
import static io.github.realtimespring.session.SessionFixture.disconnect;
import static io.github.realtimespring.session.SessionFixture.publicStream;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for clients that read too slowly or send too much.
 */
class SlowClientTests {

	private static final String A = publicStream("a");

	private SessionFixture fixture = new SessionFixture();

	@AfterEach
	void stop() {
		this.fixture.registry.sessions().forEach(Session::drop);
		this.fixture.assertThatNothingIsLeft();
		this.fixture.close();
	}

	@Test
	@DisplayName("A24: who does not read is told too_slow once, counted and closed, and the others notice nothing")
	void a24OverflowEndsTheConnection() {
		use((settings) -> settings.maxBytes = 10_000);
		Client slow = this.fixture.open().subscribe(A);
		Client other = this.fixture.open().subscribe(A);
		slow.connection.stall();
		for (int i = 0; i < 300; i++) {
			publish("x".repeat(100));
		}
		eventually(() -> assertThat(other.answers()).hasSize(301));
		until(() -> this.fixture.counters.disconnects(DisconnectReason.TOO_SLOW) == 1);
		assertThat(this.fixture.hub.subscriptions("a")).isEqualTo(1);
		slow.connection.release();
		until(slow.connection::isGone);
		assertThat(slow.connection.log()).endsWith(disconnect("too_slow", true), "<close 1000 >");
		assertThat(slow.answers().size()).isLessThan(100);
		assertThat(this.fixture.counters.disconnects(DisconnectReason.TOO_SLOW)).isEqualTo(1);
		assertThat(slow.connection.violations()).isEmpty();
	}

	@Test
	@DisplayName("A22: too_slow when the outbox overflows by the answers to the client's own commands")
	void a22TooSlow() {
		use((settings) -> settings.maxBytes = 100);
		Client client = this.fixture.open();
		client.connection.stall();
		for (int i = 0; i < 20; i++) {
			client.send("{\"command\":\"ping\"}");
		}
		assertThat(this.fixture.counters.disconnects(DisconnectReason.TOO_SLOW)).isEqualTo(1);
		client.connection.release();
		assertThat(client.connection.log()).endsWith("{\"type\":\"pong\"}", disconnect("too_slow", true),
				"<close 1000 >");
	}

	@Test
	@DisplayName("A24: a write that does not end in time counts as too slow, and the connection is dropped")
	void a24WriteTimeoutEndsTheConnection() {
		use((settings) -> settings.writeTimeout = Duration.ofMillis(50));
		Client slow = this.fixture.open().subscribe(A);
		slow.connection.stall();
		publish("x");
		until(slow.connection::isGone);
		assertThat(slow.connection.isDropped()).isTrue();
		eventually(() -> assertThat(this.fixture.counters.disconnects(DisconnectReason.TOO_SLOW)).isEqualTo(1));
		assertThat(this.fixture.traffic.timedOut()).isEqualTo(1);
		assertThat(slow.frames()).noneMatch((frame) -> frame.contains("too_slow"));
	}

	@Test
	@DisplayName("A24: bursts of large messages do not end a client that reads")
	void a24BurstsDoNotEndAClientThatReads() {
		use((settings) -> settings.maxBytes = 100_000);
		Client client = this.fixture.open().subscribe(A);
		Publication large = publication("y".repeat(30_000));
		for (int i = 0; i < 50; i++) {
			this.fixture.broadcasts.publishAll(List.of(large, large, large, large));
		}
		eventually(() -> assertThat(client.answers()).hasSize(1 + 200));
		assertThat(client.connection.isGone()).isFalse();
	}

	@Test
	void commandsBeyondTheRateLimitAreIgnoredAndCounted() {
		use((settings) -> {
			settings.rateLimit = 5;
			settings.rateLimitWindow = Duration.ofSeconds(10);
		});
		Client client = this.fixture.open();
		Client other = this.fixture.open();
		sendPings(client, 8);
		assertThat(client.answers()).hasSize(5);
		assertThat(this.fixture.count(CommandResult.LIMITED)).isEqualTo(3);
		this.fixture.pass(Duration.ofMillis(1_999));
		sendPings(client, 1);
		assertThat(client.answers()).hasSize(5);
		this.fixture.pass(Duration.ofMillis(1));
		sendPings(client, 2);
		assertThat(client.answers()).hasSize(6);
		this.fixture.pass(Duration.ofHours(1));
		sendPings(client, 8);
		assertThat(client.answers()).hasSize(11);
		sendPings(other, 8);
		assertThat(other.answers()).hasSize(5);
	}

	@Test
	void withoutARateLimitNothingIsLimited() {
		Client client = this.fixture.open();
		sendPings(client, 500);
		assertThat(client.answers()).hasSize(500);
	}

	private static void sendPings(Client client, int count) {
		for (int i = 0; i < count; i++) {
			client.send("{\"command\":\"ping\"}");
		}
	}

	private void publish(String text) {
		this.fixture.broadcasts.publishAll(List.of(publication(text)));
	}

	private static Publication publication(String text) {
		return Publication.of("a", Payload.text(text));
	}

	private void use(Consumer<TestSettings> change) {
		this.fixture.close();
		this.fixture = new SessionFixture(change);
	}

}
