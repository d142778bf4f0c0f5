/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.realtimespring.channel.SubscribeDecision;
import io.github.realtimespring.session.SessionCounters.CommandResult;
import io.github.realtimespring.session.SessionFixture.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.realtimespring.Eventually.eventually;
import static io.github.realtimespring.session.SessionFixture.TEST;
import static io.github.realtimespring.session.SessionFixture.confirmation;
import static io.github.realtimespring.session.SessionFixture.message;
import static io.github.realtimespring.session.SessionFixture.publicStream;
import static io.github.realtimespring.session.SessionFixture.rejection;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for subscribe and unsubscribe.
 */
class SubscribeTests {

	private final SessionFixture fixture = new SessionFixture((settings) -> {
		settings.maxIdentifierLength = 300;
		settings.maxSubscriptions = 3;
	});

	private final Client client = this.fixture.open();

	@AfterEach
	void stop() {
		this.client.gone();
		this.fixture.assertThatNothingIsLeft();
		this.fixture.close();
	}

	@Test
	@DisplayName("A10: a signed name is confirmed under exactly the identifier that was sent")
	void a10SignedNameIsConfirmed() {
		for (String channel : List.of("$pubsub", "Turbo::StreamsChannel")) {
			String identifier = " { \"channel\":\"" + channel + "\" ,\"signed_stream_name\":\""
					+ this.fixture.signed.sign("chat/1") + "\",\"é\\u0000\":[\"\\ud800\", 1.0]}\t";
			this.client.subscribe(identifier);
			this.fixture.broadcasts.publishJson("chat/1", "{\"n\":1}");
			eventually(() -> assertThat(this.client.answers()).contains(message(identifier, "{\"n\":1}")));
		}
		assertThat(this.fixture.hub.subscriptions("chat/1")).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "not json", "{}", "[]", "42", "null", "\"$pubsub\"", "{\"channel\":null}",
			"{\"channel\":7}", "{\"channel\":\"\"}", "{\"channel\":\"ChatChannel\"}", "{\"channel\":\"$PUBSUB\"}",
			"{\"channel\":\"java.lang.Runtime\"}", "{\"channel\":\"$pubsub\"}",
			"{\"channel\":\"$pusher\",\"stream\":\"x\"}", "{\"channel\":\"$pubsub\",\"stream_name\":\"\"}",
			"{\"channel\":\"$pubsub\",\"stream_name\":7}", "{\"channel\":\"$pubsub\",\"stream_name\":[\"a\"]}",
			"{\"channel\":\"$pubsub\",\"signed_stream_name\":7}",
			"{\"channel\":\"$pubsub\",\"signed_stream_name\":\"a--b\",\"stream_name\":\"a\"}",
			"{\"channel\":\"$pubsub\",\"signed_stream_name\":[\"a\"],\"stream_name\":\"a\"}",
			"{\"channel\":\"Turbo::StreamsChannel\",\"stream_name\":\"a\"}",
			"{\"channel\":\"Turbo::StreamsChannel\",\"signed_stream_name\":\"\"}" })
	@DisplayName("A10: what names no stream that may be had is rejected, and rejected again when it is repeated")
	void a10Rejected(String identifier) {
		for (int i = 1; i <= 3; i++) {
			this.client.command("subscribe", identifier);
			this.client.settle();
			assertThat(this.client.answers()).hasSize(i).containsOnly(rejection(identifier));
		}
		assertThat(this.client.session.subscriptionCount()).isZero();
	}

	@Test
	@DisplayName("A11: unsubscribe gets no reply, and messages stop")
	void a11UnsubscribeStopsMessages() {
		String identifier = publicStream("a");
		this.client.command("unsubscribe", identifier);
		this.client.subscribe(identifier);
		this.fixture.broadcasts.publishJson("a", "1");
		eventually(() -> assertThat(this.client.answers()).hasSize(2));
		this.client.command("unsubscribe", identifier);
		this.client.settle();
		assertThat(this.fixture.backend.calls("a")).containsExactly("subscribe", "unsubscribe");
		this.fixture.broadcasts.publishJson("a", "2");
		this.client.command("unsubscribe", identifier);
		this.client.subscribe(publicStream("b"));
		assertThat(this.client.answers()).containsExactly(confirmation(identifier), message(identifier, "1"),
				confirmation(publicStream("b")));
	}

	@Test
	@DisplayName("A12: plain names need public streams, signed names do not")
	void a12PlainNamesNeedPublicStreams() {
		String plain = "{\"channel\":\"private\",\"stream_name\":\"a\"}";
		this.client.command("subscribe", plain);
		this.client.settle();
		assertThat(this.client.answers()).containsExactly(rejection(plain));
		this.client.subscribe(this.fixture.signedStream("private", "a")).subscribe(publicStream("a"));
	}

	@Test
	void identifiersThatDifferInAnythingAreTwoSubscriptions() {
		String one = "{\"channel\":\"$pubsub\",\"stream_name\":\"a\"}";
		String two = "{\"stream_name\":\"a\",\"channel\":\"$pubsub\"}";
		this.client.subscribe(one).subscribe(two);
		this.fixture.broadcasts.publishJson("a", "1");
		eventually(() -> assertThat(this.client.answers()).hasSize(4).contains(message(one, "1"), message(two, "1")));
		assertThat(this.fixture.backend.calls("a")).containsExactly("subscribe");
	}

	@Test
	void identifierThatIsTooLongIsRejected() {
		String longest = padded(300);
		this.client.subscribe(longest);
		this.client.command("subscribe", padded(301));
		this.client.settle();
		assertThat(this.client.answers()).containsExactly(confirmation(longest), rejection(padded(301)));
	}

	@Test
	void subscriptionsBeyondTheLimitAreRejectedUntilOneEnds() {
		this.client.subscribe(publicStream("a")).subscribe(publicStream("b")).subscribe(publicStream("c"));
		this.client.command("subscribe", publicStream("d"));
		this.client.settle();
		assertThat(this.client.answers()).endsWith(rejection(publicStream("d")));
		this.client.command("unsubscribe", publicStream("b"));
		this.client.subscribe(publicStream("d"));
	}

	@Test
	void subscriptionWithoutStreamsIsConfirmedAtOnce() {
		this.fixture.channel.onSubscribe = (request) -> CompletableFuture
			.completedFuture(SubscribeDecision.confirm(List.of()));
		this.client.subscribe(TEST);
		this.client.command("unsubscribe", TEST);
		this.client.settle();
		assertThat(this.fixture.channel.calls()).containsExactly("subscribe", "unsubscribed");
	}

	@Test
	void subscriptionMayHaveManyStreamsAndEachOnce() {
		this.fixture.channel.onSubscribe = (request) -> CompletableFuture
			.completedFuture(SubscribeDecision.confirm(List.of("a", "b", "a")));
		this.client.subscribe(TEST);
		this.fixture.broadcasts.publishJson("a", "1");
		this.fixture.broadcasts.publishJson("b", "2");
		eventually(() -> assertThat(this.client.answers()).containsExactly(confirmation(TEST), message(TEST, "1"),
				message(TEST, "2")));
		this.client.command("unsubscribe", TEST);
		this.client.settle();
		assertThat(this.fixture.hub.streams()).isZero();
	}

	@Test
	void backendThatFailsGivesNoAnswerAndLeavesNothing() {
		this.fixture.backend.onSubscribe((stream) -> CompletableFuture.failedFuture(new IllegalStateException()));
		this.client.command("subscribe", TEST);
		this.client.settle();
		this.client.command("subscribe", TEST);
		this.client.settle();
		assertThat(this.client.answers()).isEmpty();
		assertThat(this.client.session.subscriptionCount()).isZero();
		assertThat(this.fixture.channel.calls()).containsExactly("subscribe", "unsubscribed", "subscribe",
				"unsubscribed");
		assertThat(this.fixture.count(CommandResult.DUPLICATE)).isZero();
		this.fixture.backend.onSubscribe((stream) -> CompletableFuture.completedFuture(null));
		this.client.subscribe(TEST);
	}

	private static String padded(int length) {
		String identifier = publicStream("a");
		return identifier + " ".repeat(length - identifier.length());
	}

}
