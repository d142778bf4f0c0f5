/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import io.github.realtimespring.auth.Identity;
import io.github.realtimespring.broadcast.Payload;
import io.github.realtimespring.broadcast.Publication;
import io.github.realtimespring.protocol.CableProtocol;
import io.github.realtimespring.session.SessionCounters.CommandResult;
import io.github.realtimespring.session.SessionFixture.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static io.github.realtimespring.Eventually.eventually;
import static io.github.realtimespring.session.SessionFixture.confirmation;
import static io.github.realtimespring.session.SessionFixture.message;
import static io.github.realtimespring.session.SessionFixture.publicStream;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a {@link Session} that nothing goes wrong with.
 */
class SessionTests {

	private final SessionFixture fixture = new SessionFixture();

	@AfterEach
	void stop() {
		this.fixture.registry.sessions().forEach(Session::drop);
		this.fixture.assertThatNothingIsLeft();
		this.fixture.close();
	}

	@Test
	@DisplayName("A6: welcome is the first frame and carries an id that the server made up")
	void a6WelcomeIsFirst() {
		Set<String> ids = new HashSet<>();
		for (int i = 0; i < 200; i++) {
			Client client = this.fixture.open();
			String id = client.session.id();
			assertThat(client.frames()).containsExactly("{\"type\":\"welcome\",\"sid\":\"" + id + "\"}");
			assertThat(id).matches("[A-Za-z0-9_-]{22}");
			ids.add(id);
			assertThat(this.fixture.registry.find(id)).hasValue(client.session);
		}
		assertThat(ids).hasSize(200);
		assertThat(SessionFixture.opened(this.fixture.counters)).isEqualTo(200);
	}

	@Test
	void anonymousConnectionIsIdentifiedByItsId() {
		Client anonymous = this.fixture.open();
		assertThat(anonymous.session.identity().identifiers())
			.isEqualTo("{\"sid\":\"" + anonymous.session.id() + "\"}");
		Identity identity = Identity.of("{\"user\":1}", "jack");
		Client known = this.fixture.open(CableProtocol.ACTIONCABLE_V1_EXT_JSON, identity);
		assertThat(known.session.identity()).isSameAs(identity);
		assertThat(known.session.protocol()).isEqualTo(CableProtocol.ACTIONCABLE_V1_EXT_JSON);
		assertThat(known.session.remoteAddress()).isEqualTo("127.0.0.1");
	}

	@Test
	@DisplayName("B20: one socket carries many subscriptions, each message names the one it belongs to")
	void b20ManySubscriptionsOverOneSocket() {
		Client client = this.fixture.open();
		for (String stream : List.of("a", "b", "c")) {
			client.subscribe(publicStream(stream));
		}
		this.fixture.broadcasts.publishJson("a", "1");
		eventually(() -> assertThat(client.answers()).endsWith(message(publicStream("a"), "1")));
		this.fixture.broadcasts.publishJson("c", "2");
		eventually(() -> assertThat(client.answers()).endsWith(message(publicStream("c"), "2")));
		this.fixture.broadcasts.publishJson("b", "3");
		eventually(() -> assertThat(client.answers()).endsWith(message(publicStream("b"), "3")));
		assertThat(client.answers()).hasSize(6);
		assertThat(client.session.subscriptionCount()).isEqualTo(3);
	}

	@Test
	@DisplayName("A13: data arrives as the JSON it is, or else as a text")
	void a13DataArrives() {
		Client client = this.fixture.open();
		String identifier = publicStream("a");
		client.subscribe(identifier);
		for (String data : List.of("{\"text\":\"Hi\"}", "[1,2]", "12345678901234567890", "1.0", "plain", "{broken")) {
			this.fixture.broadcasts.publishAll(List.of(Publication.of("a", Payload.jsonOrText(data))));
		}
		eventually(() -> assertThat(client.answers()).containsExactly(confirmation(identifier),
				message(identifier, "{\"text\":\"Hi\"}"), message(identifier, "[1,2]"),
				message(identifier, "12345678901234567890"), message(identifier, "1.0"),
				message(identifier, "\"plain\""), message(identifier, "\"{broken\"")));
	}

	@Test
	@DisplayName("B3: the result of a publication counts the subscriptions of this instance")
	void b3ResultCountsReceivers() {
		assertThat(this.fixture.broadcasts.publishJson("a", "1").localReceivers()).isZero();
		this.fixture.open().subscribe(publicStream("a"));
		this.fixture.open().subscribe(publicStream("a")).subscribe("{\"stream_name\":\"a\",\"channel\":\"$pubsub\"}");
		assertThat(this.fixture.broadcasts.publishJson("a", "1").localReceivers()).isEqualTo(3);
	}

	@Test
	void pingIsAnsweredAndPongIsNot() {
		Client client = this.fixture.open();
		client.send("{\"command\":\"pong\"}");
		client.send("{\"command\":\"ping\"}");
		assertThat(client.answers()).containsExactly("{\"type\":\"pong\"}");
		assertThat(this.fixture.count(CommandResult.OK)).isEqualTo(2);
	}

	@Test
	void badMessagesAreCountedAndDoNoHarm() {
		Client client = this.fixture.open();
		for (String bad : List.of("", "[]", "42", "null", "{", "{\"command\":\"subscribe\",\"identifier\":{}}")) {
			client.send(bad);
		}
		client.send("{\"command\":\"dance\",\"identifier\":\"x\"}");
		client.send("{\"command\":\"subscribe\"}");
		client.subscribe(publicStream("a"));
		assertThat(client.answers()).hasSize(1);
		assertThat(this.fixture.count(CommandResult.MALFORMED)).isEqualTo(6);
		assertThat(this.fixture.count(CommandResult.UNKNOWN)).isEqualTo(2);
	}

	@Test
	void trafficIsCounted() {
		Client client = this.fixture.open();
		client.send("{\"command\":\"ping\"}");
		client.send("é");
		assertThat(this.fixture.traffic.bytesReceived()).isEqualTo(20);
		assertThat(this.fixture.traffic.sent()).isEqualTo(2);
		assertThat(this.fixture.traffic.bytesSent())
			.isEqualTo("{\"type\":\"welcome\",\"sid\":\"\"}{\"type\":\"pong\"}".length() + 22);
	}

	@Test
	void channelMaySendToOneSubscriptionAlone() {
		Client client = this.fixture.open();
		Client other = this.fixture.open();
		client.subscribe(SessionFixture.TEST);
		other.subscribe(SessionFixture.TEST);
		this.fixture.channel.onPerform = (subscription, data) -> {
			assertThat(subscription.connectionId()).isEqualTo(client.session.id());
			assertThat(subscription.identity()).isSameAs(client.session.identity());
			subscription.transmit(Payload.text(data + " to " + subscription.identifier().length()));
			return CompletableFuture.completedFuture(null);
		};
		client.perform("hello");
		client.settle();
		other.settle();
		assertThat(client.answers()).containsExactly(confirmation(SessionFixture.TEST),
				message(SessionFixture.TEST, "\"hello to 18\""));
		assertThat(other.answers()).containsExactly(confirmation(SessionFixture.TEST));
	}

}
