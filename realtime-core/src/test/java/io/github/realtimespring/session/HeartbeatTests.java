/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.github.realtimespring.connection.TestConnection;
import io.github.realtimespring.protocol.CableProtocol;
import io.github.realtimespring.protocol.DisconnectReason;
import io.github.realtimespring.session.PingOptions.Precision;
import io.github.realtimespring.session.SessionFixture.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.realtimespring.Eventually.eventually;
import static io.github.realtimespring.Eventually.until;
import static io.github.realtimespring.session.SessionFixture.disconnect;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the deadlines of a session.
 */
class HeartbeatTests {

	private static final CableProtocol BASE = CableProtocol.ACTIONCABLE_V1_JSON;

	private static final CableProtocol EXT = CableProtocol.ACTIONCABLE_V1_EXT_JSON;

	private static final Duration SHORT = Duration.ofMillis(40);

	private static final String PONG = "{\"command\":\"pong\"}";

	private SessionFixture fixture = new SessionFixture();

	@AfterEach
	void stop() {
		this.fixture.registry.sessions().forEach(Session::drop);
		this.fixture.assertThatNothingIsLeft();
		this.fixture.close();
	}

	@Test
	@DisplayName("A20: the first ping comes between half and one and a half intervals, different for each connection")
	void a20FirstPingIsJittered() {
		long interval = TimeUnit.SECONDS.toNanos(100);
		List<Long> first = new ArrayList<>();
		for (int i = 0; i < 1_000; i++) {
			Client client = open(BASE, Duration.ofSeconds(100));
			assertThat(client.session).extracting("heartbeat.nextPing").satisfies((next) -> first.add((Long) next));
		}
		assertThat(first).allSatisfy((next) -> assertThat(next).isBetween(interval / 2, interval * 3 / 2));
		assertThat(first).filteredOn((next) -> next < interval).hasSizeBetween(300, 700);
	}

	@Test
	@DisplayName("A20: pings come after half an interval at the earliest, and go on")
	void a20PingsGoOn() {
		Duration interval = Duration.ofMillis(200);
		long start = System.nanoTime();
		Client client = open(BASE, interval);
		until(() -> pings(client) >= 1);
		assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(interval.toNanos() / 2);
		until(() -> pings(client) >= 4);
		assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(interval.toNanos() * 7 / 2);
		client.gone();
		int before = pings(client);
		Client other = open(BASE, SHORT);
		until(() -> pings(other) >= 8);
		assertThat(pings(client)).isEqualTo(before);
	}

	@Test
	@DisplayName("A20: with pi=0 there is no ping")
	void a20NoPings() {
		Client silent = open(BASE, Duration.ZERO);
		Client other = open(BASE, SHORT);
		until(() -> pings(other) >= 5);
		assertThat(silent.answers()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "SECONDS, 10", "MILLIS, 13", "NANOS, 19" })
	@DisplayName("A20: a ping carries the server's time in the unit that the client asked for")
	void a20PingCarriesTheTime(Precision precision, int digits) {
		Instant start = Instant.now();
		Client client = this.fixture.open(new TestConnection(),
				new Handshake(BASE, null, new PingOptions(SHORT, precision), "127.0.0.1"));
		until(() -> pings(client) >= 1);
		String time = client.answers().get(0).replaceAll("\\{\"type\":\"ping\",\"message\":(\\d+)}", "$1");
		assertThat(time).hasSize(digits);
		assertThat(Long.parseLong(time.substring(0, 10))).isBetween(start.getEpochSecond(),
				Instant.now().getEpochSecond());
	}

	@Test
	@DisplayName("A20: a ping never overtakes what is queued")
	void a20PingNeverOvertakes() {
		Client client = open(BASE, Duration.ofMillis(200));
		client.connection.stall();
		client.send("{\"command\":\"ping\"}");
		client.send("{\"command\":\"ping\"}");
		until(() -> client.session.outbox().queuedBytes() > 2 * "{\"type\":\"pong\"}".length());
		client.connection.release();
		until(() -> pings(client) >= 1);
		assertThat(client.answers()).startsWith("{\"type\":\"pong\"}", "{\"type\":\"pong\"}");
	}

	@Test
	@DisplayName("A22: no_pong when a client of the extended protocol is silent after a ping, and only then")
	void a22NoPong() {
		use((settings) -> settings.pongTimeout = SHORT);
		Client base = open(BASE, SHORT);
		Client silent = open(EXT, SHORT);
		until(silent.connection::isGone);
		assertThat(silent.connection.log()).endsWith(disconnect("no_pong", true), "<close 1000 No Pong>");
		until(() -> pings(base) >= 5);
		assertThat(base.connection.isGone()).isFalse();
		assertThat(this.fixture.counters.disconnects(DisconnectReason.NO_PONG)).isEqualTo(1);
	}

	@Test
	void everyCommandCountsAsAnAnswerAndNothingElseDoes() {
		use((settings) -> settings.pongTimeout = Duration.ofMinutes(5));
		for (String answer : List.of(PONG, "{\"command\":\"ping\"}", "{\"command\":\"unknown\"}", "{}",
				"{\"command\":\"leave\",\"identifier\":\"x\"}")) {
			Client client = open(EXT, SHORT);
			assertThat(client.session).extracting("heartbeat.pongDeadline").isEqualTo(Long.MAX_VALUE);
			until(() -> pings(client) >= 1);
			assertThat(client.session).extracting("heartbeat.pongDeadline").isNotEqualTo(Long.MAX_VALUE);
			client.connection.stall();
			until(client.connection::isWriting);
			client.send("[]");
			client.pong();
			assertThat(client.session).extracting("heartbeat.pongDeadline").isNotEqualTo(Long.MAX_VALUE);
			client.session.disconnect(DisconnectReason.REMOTE, true);
			client.gone();
		}
	}

	@Test
	void answerThatComesWhileThePingIsBeingWrittenIsNotMissed() {
		use((settings) -> settings.pongTimeout = Duration.ofMillis(200));
		TestConnection connection = new TestConnection();
		Client client = this.fixture.open(connection,
				new Handshake(EXT, null, new PingOptions(SHORT, Precision.SECONDS), "127.0.0.1"));
		connection.duringWrite(() -> client.send(PONG));
		until(() -> pings(client) >= 15 || connection.isGone());
		assertThat(connection.closing()).isNull();
	}

	@Test
	@DisplayName("S11: a connection that is silent is asked, and closed when it does not answer")
	void s11SilentConnectionIsClosed() {
		use((settings) -> {
			settings.heartbeatInterval = Duration.ofMillis(200);
			settings.heartbeatTimeout = Duration.ofMillis(200);
		});
		long start = System.nanoTime();
		Client client = open(BASE, Duration.ZERO);
		until(() -> client.connection.pings() > 0);
		assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(Duration.ofMillis(200).toNanos());
		until(client.connection::isGone);
		assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(Duration.ofMillis(400).toNanos());
		assertThat(client.connection.log()).endsWith(disconnect("no_pong", true), "<close 1000 No Pong>");
	}

	@Test
	@DisplayName("S11: a connection that answers stays, and one that talks is not even asked")
	void s11ConnectionThatLivesStays() {
		use((settings) -> {
			settings.heartbeatInterval = SHORT;
			settings.heartbeatTimeout = Duration.ofMinutes(5);
		});
		Client answering = open(BASE, Duration.ZERO);
		answering.connection.duringPing(answering::pong);
		until(() -> answering.connection.pings() >= 10);
		assertThat(answering.session).extracting("heartbeat.nativeDeadline").isEqualTo(Long.MAX_VALUE);
		Client silent = open(BASE, Duration.ZERO);
		until(() -> silent.connection.pings() >= 1);
		assertThat(silent.session).extracting("heartbeat.nativeDeadline").isNotEqualTo(Long.MAX_VALUE);
		silent.send("not even a command");
		assertThat(silent.session).extracting("heartbeat.nativeDeadline").isEqualTo(Long.MAX_VALUE);
	}

	@Test
	@DisplayName("S11: while something is being written nobody is asked, and nobody is closed for not answering")
	void s11BusyConnectionIsNotAsked() {
		use((settings) -> {
			settings.heartbeatInterval = SHORT;
			settings.heartbeatTimeout = SHORT;
		});
		Client busy = open(BASE, Duration.ZERO);
		busy.connection.stall();
		busy.send("{\"command\":\"ping\"}");
		int pings = busy.connection.pings();
		Client other = open(BASE, Duration.ofMillis(300));
		other.connection.duringPing(other::pong);
		until(() -> pings(other) >= 5);
		assertThat(busy.connection.isGone()).isFalse();
		assertThat(busy.connection.pings()).isEqualTo(pings);
		busy.connection.release();
		until(() -> busy.connection.pings() > pings);
	}

	@Test
	void clientWhoseMessagesAreNotReadIsNotClosedForItsSilence() {
		use((settings) -> {
			settings.maxQueuedCommands = 1;
			settings.heartbeatInterval = SHORT;
			settings.heartbeatTimeout = SHORT;
			settings.pongTimeout = SHORT;
		});
		CompletableFuture<Void> pending = new CompletableFuture<>();
		this.fixture.channel.onPerform = (subscription, data) -> pending;
		Client client = open(EXT, SHORT);
		client.connection.duringPing(client::pong);
		client.connection.duringWrite(() -> client.send(PONG));
		client.subscribe(SessionFixture.TEST);
		client.perform("slow");
		client.perform("waits");
		assertThat(client.connection.isSuspended()).isTrue();
		client.connection.duringPing(() -> {
		});
		client.connection.duringWrite(() -> {
		});
		int before = pings(client);
		until(() -> pings(client) >= before + 10 || client.connection.isGone());
		assertThat(client.connection.isGone()).isFalse();
		pending.complete(null);
		eventually(() -> assertThat(client.connection.log()).endsWith("<close 1000 No Pong>"));
	}

	private Client open(CableProtocol protocol, Duration interval) {
		return this.fixture.open(new TestConnection(),
				new Handshake(protocol, null, new PingOptions(interval, Precision.SECONDS), "127.0.0.1"));
	}

	private void use(Consumer<TestSettings> change) {
		this.fixture.close();
		this.fixture = new SessionFixture(change);
	}

	private static int pings(Client client) {
		return (int) client.frames().stream().filter((frame) -> frame.startsWith("{\"type\":\"ping\"")).count();
	}

}
