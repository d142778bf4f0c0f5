/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.github.realtimespring.auth.Identity;
import io.github.realtimespring.broadcast.RemoteCommand;
import io.github.realtimespring.broadcast.RemoteCommand.Target;
import io.github.realtimespring.connection.ConnectionListener;
import io.github.realtimespring.connection.TestConnection;
import io.github.realtimespring.protocol.CableProtocol;
import io.github.realtimespring.protocol.DisconnectReason;
import io.github.realtimespring.session.SessionFixture.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.realtimespring.Eventually.until;
import static io.github.realtimespring.session.SessionFixture.disconnect;
import static io.github.realtimespring.session.SessionFixture.publicStream;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the ends of a {@link Session}, one for each reason.
 */
class DisconnectTests {

	private SessionFixture fixture = new SessionFixture();

	@AfterEach
	void stop() {
		this.fixture.assertThatNothingIsLeft();
		this.fixture.close();
	}

	@ParameterizedTest
	@CsvSource({ "UNAUTHORIZED, unauthorized, false, 1000 Auth Failed",
			"TOKEN_EXPIRED, token_expired, false, 1000 Auth Failed",
			"IDLE_TIMEOUT, idle_timeout, false, 1000 Idle Timeout" })
	@DisplayName("A22: who is refused is told why, and never welcomed")
	void a22Refused(DisconnectReason reason, String code, boolean reconnect, String close) {
		TestConnection connection = new TestConnection();
		connection.attach(this.fixture.sessions.refuse(connection, reason));
		assertThat(connection.log()).containsExactly(disconnect(code, reconnect), "<close " + close + ">");
		assertThat(SessionFixture.opened(this.fixture.counters)).isZero();
		assertThat(this.fixture.traffic.queued()).isZero();
	}

	@Test
	void refusedClientIsNotListenedTo() {
		TestConnection connection = new TestConnection().neverAnswerClose();
		ConnectionListener listener = this.fixture.sessions.refuse(connection, DisconnectReason.UNAUTHORIZED);
		listener.message("{\"command\":\"ping\"}".getBytes(StandardCharsets.UTF_8));
		listener.pong();
		listener.closed(1000);
		listener.closed(1000);
		assertThat(connection.frames()).hasSize(1);
	}

	@Test
	@DisplayName("A22: server_restart, reconnect, 1001")
	void a22ServerRestart() {
		Client client = ended(DisconnectReason.SERVER_RESTART, true);
		assertThat(client.connection.log()).endsWith(disconnect("server_restart", true), "<close 1001 Server restart>");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	@DisplayName("A22: remote, reconnect as the application says")
	void a22Remote(boolean reconnect) {
		Client client = this.fixture.open(CableProtocol.ACTIONCABLE_V1_JSON, Identity.of("{\"user\":1}"));
		assertThat(this.fixture.broadcasts.disconnect("{\"user\":1}", reconnect).toCompletableFuture())
			.isCompletedWithValue(1);
		assertThat(client.connection.log()).endsWith(disconnect("remote", reconnect), "<close 1000 Closed remotely>");
		assertThat(this.fixture.counters.disconnects(DisconnectReason.REMOTE)).isEqualTo(1);
	}

	@Test
	@DisplayName("A22: token_expired when the token runs out and the connection may not outlive it")
	void a22TokenExpired() {
		use((settings) -> settings.closeOnExpiry = true);
		for (Instant expiry : List.of(Instant.now().plusMillis(300), Instant.EPOCH, Instant.MIN)) {
			Client client = expiring(expiry);
			until(client.connection::isGone);
			assertThat(client.connection.log()).endsWith(disconnect("token_expired", false),
					"<close 1000 Auth Failed>");
			assertThat(Instant.now()).isAfterOrEqualTo(expiry);
		}
		Client late = expiring(Instant.MAX);
		Client never = expiring(null);
		expiring(Instant.now()).subscribe(publicStream("a"));
		until(() -> this.fixture.counters.disconnects(DisconnectReason.TOKEN_EXPIRED) == 4);
		assertThat(late.connection.isGone()).isFalse();
		assertThat(never.connection.isGone()).isFalse();
		late.gone();
		never.gone();
	}

	@Test
	void tokenThatRunsOutDoesNotEndTheConnectionUnlessItShould() {
		Client client = expiring(Instant.EPOCH);
		client.subscribe(publicStream("a"));
		assertThat(client.connection.isGone()).isFalse();
		client.gone();
	}

	@Test
	@DisplayName("A22: only the first reason is told and counted")
	void a22OnlyTheFirstReasonCounts() {
		Client client = ended(DisconnectReason.SERVER_RESTART, true);
		assertThat(client.session.disconnect(DisconnectReason.REMOTE, false)).isFalse();
		client.session.overflow();
		client.session.timedOut();
		client.session.failed();
		assertThat(client.connection.log()).hasSize(3);
		assertThat(this.fixture.counters.disconnects(DisconnectReason.SERVER_RESTART)).isEqualTo(1);
		assertThat(this.fixture.counters.disconnects(DisconnectReason.REMOTE)).isZero();
		assertThat(this.fixture.counters.disconnects(DisconnectReason.TOO_SLOW)).isZero();
	}

	@Test
	void commandsOfASessionThatEndsAreIgnoredAndItsSubscriptionsEndAtOnce() {
		Client client = this.fixture.open().subscribe(publicStream("a"));
		client.connection.neverAnswerClose();
		client.session.disconnect(DisconnectReason.REMOTE, true);
		assertThat(this.fixture.hub.subscriptions()).isZero();
		client.command("subscribe", publicStream("b"));
		client.send("{\"command\":\"ping\"}");
		assertThat(client.connection.log()).last().isEqualTo("<close 1000 Closed remotely>");
		assertThat(this.fixture.registry.size()).isEqualTo(1);
		client.gone();
	}

	@Test
	void brokenConnectionEndsTheSessionWithoutAReason() {
		Client client = this.fixture.open().subscribe(publicStream("a"));
		client.connection.failWith(new IOException("broken"));
		client.send("{\"command\":\"ping\"}");
		assertThat(client.connection.isDropped()).isTrue();
		for (DisconnectReason reason : DisconnectReason.values()) {
			assertThat(this.fixture.counters.disconnects(reason)).isZero();
		}
	}

	@Test
	@DisplayName("A22: a remote disconnect hits every session that it names and no other")
	void a22RemoteDisconnectHitsAll() {
		Identity jack = new Identity("{\"u\":1}", "jack", Map.of(), null, "token1");
		Identity jackAgain = new Identity("{\"u\":1,\"x\":0}", "jack", Map.of(), null, "token2");
		Identity jill = new Identity("{\"u\":2}", "jill", Map.of(), null, null);
		assertDisconnected(Target.PRINCIPAL, "jack", List.of(jack, jack, jackAgain), List.of(jill));
		assertDisconnected(Target.IDENTIFIERS, "{\"u\":1}", List.of(jack, jack), List.of(jackAgain, jill));
		assertDisconnected(Target.TOKEN, "token2", List.of(jackAgain), List.of(jack, jill));
		assertDisconnected(Target.PRINCIPAL, "nobody", List.of(), List.of(jack, jackAgain, jill));
		assertDisconnected(Target.CONNECTION, "nobody", List.of(), List.of(jack, jackAgain, jill));
		Client client = this.fixture.open(CableProtocol.ACTIONCABLE_V1_JSON, jack);
		Client other = this.fixture.open(CableProtocol.ACTIONCABLE_V1_JSON, jack);
		assertThat(command(Target.CONNECTION, client.session.id())).isEqualTo(1);
		assertThat(client.connection.isGone()).isTrue();
		assertThat(command(Target.CONNECTION, client.session.id())).isZero();
		assertThat(command(Target.CONNECTION, other.session.id())).isEqualTo(1);
	}

	private void assertDisconnected(Target target, String value, List<Identity> hit, List<Identity> missed) {
		List<Client> gone = hit.stream().map(this::open).toList();
		List<Client> left = missed.stream().map(this::open).toList();
		assertThat(command(target, value)).isEqualTo(hit.size());
		assertThat(gone)
			.allSatisfy((client) -> assertThat(client.connection.closing()).isEqualTo("1000 Closed remotely"));
		assertThat(left).allSatisfy((client) -> assertThat(client.connection.isGone()).isFalse());
		left.forEach(Client::gone);
	}

	private int command(Target target, String value) {
		return this.fixture.registry.disconnect(new RemoteCommand.Disconnect(target, value, true));
	}

	private Client ended(DisconnectReason reason, boolean reconnect) {
		Client client = this.fixture.open();
		assertThat(client.session.disconnect(reason, reconnect)).isTrue();
		assertThat(this.fixture.counters.disconnects(reason)).isEqualTo(1);
		return client;
	}

	private Client open(Identity identity) {
		return this.fixture.open(CableProtocol.ACTIONCABLE_V1_JSON, identity);
	}

	private Client expiring(Instant expiry) {
		return open(new Identity("{}", null, Map.of(), expiry, null));
	}

	private void use(Consumer<TestSettings> change) {
		this.fixture.close();
		this.fixture = new SessionFixture((settings) -> {
			change.accept(settings);
			settings.closeTimeout = Duration.ofHours(1);
		});
	}

}
