/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import io.github.realtimespring.MovedClock;
import io.github.realtimespring.auth.Identity;
import io.github.realtimespring.channel.SubscribeDecision.Confirmed;
import io.github.realtimespring.json.JsonText;
import io.github.realtimespring.stream.SignedStreamService;
import io.github.realtimespring.stream.StreamAuthorizer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the channels whose streams are subscribed to by name.
 */
class StreamChannelTests {

	private static final Identity JACK = Identity.of("{\"user\":\"jack\"}", "jack");

	private static final Identity JILL = Identity.of("{\"user\":\"jill\"}", "jill");

	private static final Identity ANONYMOUS = Identity.of("{\"sid\":\"x\"}");

	private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T12:00:00Z"));

	private final SignedStreamService signed = SignedStreamService.hmac(List.of("s".repeat(32)), this.clock);

	private final List<String> asked = new ArrayList<>();

	@Test
	@DisplayName("A10: the verified name is subscribed to, whatever the plain one says")
	void a10SignedNameWins() {
		for (ChannelHandler channel : List.of(pubSub(true, false), pubSub(false, false), turbo())) {
			assertThat(decide(channel, JACK, Map.of("signed_stream_name", this.signed.sign("a"), "stream_name", "b")))
				.isEqualTo(new Confirmed(List.of("a"), false));
		}
		assertThat(decide(pubSub(true, false), JACK, Map.of("signed_stream_name", "x--y", "stream_name", "b")))
			.isEqualTo(SubscribeDecision.reject());
	}

	@Test
	@DisplayName("A12: a plain name needs public streams")
	void a12PlainNameNeedsPublicStreams() {
		Map<String, Object> plain = Map.of("stream_name", "a");
		assertThat(decide(pubSub(true, false), JACK, plain)).isEqualTo(new Confirmed(List.of("a"), true));
		assertThat(decide(pubSub(false, true), JACK, plain)).isEqualTo(SubscribeDecision.reject());
		assertThat(decide(turbo(), JACK, plain)).isEqualTo(SubscribeDecision.reject());
		assertThat(decide(pubSub(true, false), JACK, Map.of("stream_name", "a", "signed_stream_name", "")))
			.isEqualTo(new Confirmed(List.of("a"), true));
		assertThat(decide(pubSub(true, false), JACK, Map.of("stream_name", "x".repeat(2000))))
			.isEqualTo(SubscribeDecision.reject());
	}

	@Test
	void whisperOnASignedNameNeedsTheSetting() {
		Map<String, Object> name = Map.of("signed_stream_name", this.signed.sign("a"));
		assertThat(decide(pubSub(false, true), JACK, name)).isEqualTo(new Confirmed(List.of("a"), true));
		assertThat(decide(turbo(), JACK, name)).isEqualTo(new Confirmed(List.of("a"), false));
	}

	@Test
	@DisplayName("A10: a bound name is good for its user until it expires, and for nobody else")
	void a10BoundNames() {
		Map<String, Object> bound = Map.of("signed_stream_name", this.signed.sign("a", Duration.ofMinutes(5), "jack"));
		Map<String, Object> expiring = Map.of("signed_stream_name", this.signed.sign("a", Duration.ofMinutes(5), null));
		for (ChannelHandler channel : List.of(pubSub(true, false), turbo())) {
			assertThat(decide(channel, JACK, bound)).isEqualTo(new Confirmed(List.of("a"), false));
			assertThat(decide(channel, JILL, bound)).isEqualTo(SubscribeDecision.reject());
			assertThat(decide(channel, ANONYMOUS, bound)).isEqualTo(SubscribeDecision.reject());
			assertThat(decide(channel, ANONYMOUS, expiring)).isEqualTo(new Confirmed(List.of("a"), false));
		}
		this.clock.pass(Duration.ofMinutes(5));
		for (ChannelHandler channel : List.of(pubSub(true, false), turbo())) {
			assertThat(decide(channel, JACK, bound)).isEqualTo(SubscribeDecision.reject());
			assertThat(decide(channel, ANONYMOUS, expiring)).isEqualTo(SubscribeDecision.reject());
		}
	}

	@Test
	void authorizerHasTheLastWordAndIsOnlyAskedAboutNamesThatAreAllowed() {
		StreamAuthorizer authorizer = (identity, stream, signed) -> {
			this.asked.add(identity.principal() + " " + stream + " " + signed);
			return CompletableFuture.completedFuture("jack".equals(identity.principal()));
		};
		ChannelHandler pubSub = ChannelRegistry.pubSub(this.signed, authorizer, true, false);
		ChannelHandler turbo = ChannelRegistry.turbo(this.signed, authorizer);
		Map<String, Object> name = Map.of("signed_stream_name", this.signed.sign("a"));
		assertThat(decide(pubSub, JACK, name)).isInstanceOf(Confirmed.class);
		assertThat(decide(pubSub, JILL, name)).isEqualTo(SubscribeDecision.reject());
		assertThat(decide(turbo, JILL, name)).isEqualTo(SubscribeDecision.reject());
		assertThat(decide(pubSub, JILL, Map.of("stream_name", "b"))).isEqualTo(SubscribeDecision.reject());
		decide(pubSub, JACK, Map.of("signed_stream_name", "forged--00"));
		decide(turbo, JACK, Map.of("stream_name", "b"));
		assertThat(this.asked).containsExactly("jack a true", "jill a true", "jill a true", "jill b false");
		assertThat(pubSub.blocking()).isTrue();
		assertThat(turbo.blocking()).isTrue();
		assertThat(pubSub(true, true).blocking()).isFalse();
		assertThat(turbo().blocking()).isFalse();
	}

	@Test
	void authorizerThatFailsFailsTheDecision() {
		List<CompletionStage<Boolean>> answers = new ArrayList<>();
		answers.add(CompletableFuture.failedFuture(new IllegalStateException("expected by the test")));
		answers.add(CompletableFuture.completedFuture(null));
		for (CompletionStage<Boolean> answer : answers) {
			ChannelHandler channel = ChannelRegistry.pubSub(this.signed, (identity, stream, signed) -> answer, true,
					false);
			assertThatExceptionOfType(CompletionException.class)
				.isThrownBy(() -> decide(channel, JACK, Map.of("stream_name", "a")));
		}
	}

	@Test
	void identifiersAreParsedAndNeverEvaluated() {
		ChannelIdentifier identifier = ChannelIdentifier
			.parse("{\"channel\":\"c\",\"text\":\"t\",\"empty\":\"\",\"null\":null,\"number\":1,\"__proto__\":{}}")
			.orElseThrow();
		assertThat(identifier.channel()).isEqualTo("c");
		assertThat(identifier.text("text")).isEqualTo("t");
		assertThat(identifier.text("number")).isNull();
		assertThat(identifier.text("null")).isNull();
		assertThat(List.of("empty", "null", "missing")).allMatch(identifier::isAbsent);
		assertThat(List.of("text", "number", "__proto__")).noneMatch(identifier::isAbsent);
		for (String other : List.of("", "x", "[]", "{}", "null", "{\"channel\":1}", "{\"channel\":null}",
				"{\"channel\":\"c\"}}", "{\"a\":" + "[".repeat(100_000))) {
			assertThat(ChannelIdentifier.parse(other)).isEmpty();
		}
		assertThat(ChannelIdentifier.parse("{\"channel\":\"a\",\"channel\":\"b\"}")).map(ChannelIdentifier::channel)
			.hasValue("b");
	}

	@Test
	void registryKnowsItsChannelsOnly() {
		ChannelRegistry registry = new ChannelRegistry(Map.of(ChannelRegistry.PUBSUB, turbo()));
		assertThat(registry.channels()).containsExactly("$pubsub");
		assertThat(registry.find("$pubsub")).isPresent();
		assertThat(registry.find("$PubSub")).isEmpty();
		assertThat(registry.find("")).isEmpty();
	}

	private ChannelHandler pubSub(boolean publicStreams, boolean whisper) {
		return ChannelRegistry.pubSub(this.signed, StreamAuthorizer.ALLOW, publicStreams, whisper);
	}

	private ChannelHandler turbo() {
		return ChannelRegistry.turbo(this.signed, StreamAuthorizer.ALLOW);
	}

	private static SubscribeDecision decide(ChannelHandler channel, Identity identity, Map<String, Object> more) {
		StringBuilder json = new StringBuilder("{\"channel\":\"x\"");
		more.forEach((name, value) -> json.append(",\"" + name + "\":" + JsonText.quote(value.toString())));
		ChannelIdentifier identifier = ChannelIdentifier.parse(json.append('}').toString()).orElseThrow();
		return channel.subscribe(new SubscribeRequest("id", identity, identifier)).toCompletableFuture().join();
	}

}
