/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.github.realtimespring.RealtimeServer;
import io.github.realtimespring.ServerSettings;
import io.github.realtimespring.auth.AuthenticationResult;
import io.github.realtimespring.auth.ConnectionAuthenticator;
import io.github.realtimespring.auth.TokenExtractor;
import io.github.realtimespring.autoconfigure.http.PublicationCounter;
import io.github.realtimespring.autoconfigure.http.PublicationFailure;
import io.github.realtimespring.autoconfigure.websocket.AllowedOrigins;
import io.github.realtimespring.autoconfigure.websocket.HandshakeObserver;
import io.github.realtimespring.autoconfigure.websocket.JwtHandshakeInterceptor;
import io.github.realtimespring.autoconfigure.websocket.OriginDecision;
import io.github.realtimespring.autoconfigure.websocket.RejectWith;
import io.github.realtimespring.broadcast.Backend;
import io.github.realtimespring.broadcast.BroadcastService;
import io.github.realtimespring.broadcast.PayloadEncoder;
import io.github.realtimespring.channel.ChannelRegistry;
import io.github.realtimespring.history.History;
import io.github.realtimespring.history.HistorySettings;
import io.github.realtimespring.history.InMemoryHistory;
import io.github.realtimespring.history.LocalBackend;
import io.github.realtimespring.hub.HubSettings;
import io.github.realtimespring.session.SessionSettings;
import io.github.realtimespring.stream.SignedStreamService;
import io.github.realtimespring.stream.StreamAuthorizer;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every bean of ours that an application may want to do otherwise gives way to the
 * application's.
 */
class ReplacedBeansTests {

	private static final InMemoryHistory HISTORY = new InMemoryHistory(
			new HistorySettings(true, 10, Duration.ofMinutes(1), 1000), Clock.systemUTC());

	private static final ConnectionAuthenticator AUTHENTICATOR = (request) -> AuthenticationResult.anonymous();

	private static final AllowedOrigins ORIGINS = (request) -> OriginDecision.ALLOWED;

	@ParameterizedTest
	@MethodSource("beans")
	<T> void beanOfTheApplicationReplacesOurs(Class<T> type, T own) {
		Runners.web()
			.withBean(ObservationRegistry.class, ObservationRegistry::create)
			.withBean("own", type, () -> own)
			.run((context) -> assertThat(context).hasNotFailed().getBean(type).isSameAs(own));
	}

	@ParameterizedTest
	@MethodSource("beans")
	<T> void beanOfOursIsThereOtherwise(Class<T> type, T own) {
		Runners.web()
			.withBean(ObservationRegistry.class, ObservationRegistry::create)
			.run((context) -> assertThat(context).hasSingleBean(type).getBean(type).isNotSameAs(own));
	}

	@Test
	void backendAndHistoryAreReplacedTogether() {
		Runners.web().withUserConfiguration(OwnBackend.class).run((context) -> {
			assertThat(context).hasNotFailed().doesNotHaveBean("realtimeBackend").doesNotHaveBean("realtimeHistory");
			context.getBean(BroadcastService.class).publish("a", "x");
			assertThat(HISTORY.streams()).isEqualTo(1);
		});
	}

	@Test
	void serverOfTheApplicationIsTheOneThatServes() {
		Runners.web().withUserConfiguration(OwnServer.class).run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(RealtimeServer.class).hasBean("ownServer");
			assertThat(context.getBean(RealtimeServer.class).admission().isClosed()).isFalse();
		});
	}

	static Stream<Arguments> beans() {
		return Stream.of(Arguments.of(ConnectionAuthenticator.class, AUTHENTICATOR),
				Arguments.of(TokenExtractor.class, (TokenExtractor) (request) -> null),
				Arguments.of(AllowedOrigins.class, ORIGINS),
				Arguments.of(SignedStreamService.class, SignedStreamService.hmac(List.of(Runners.SECRET))),
				Arguments.of(StreamAuthorizer.class,
						(StreamAuthorizer) (identity, stream, signed) -> CompletableFuture.completedFuture(false)),
				Arguments.of(ChannelRegistry.class, new ChannelRegistry(Map.of())),
				Arguments.of(PayloadEncoder.class, (PayloadEncoder) (payload) -> new byte[] { '1' }),
				Arguments.of(BroadcastService.class,
						BroadcastService.create(new LocalBackend(HISTORY), (payload) -> new byte[0], (stream) -> 0,
								10)),
				Arguments.of(PublicationCounter.class, new OwnCounter()),
				Arguments.of(HandshakeObserver.class, (HandshakeObserver) (request, decision) -> decision.decide()),
				Arguments.of(JwtHandshakeInterceptor.class,
						new JwtHandshakeInterceptor(AUTHENTICATOR, ORIGINS, RejectWith.HTTP)));
	}

	static class OwnCounter implements PublicationCounter {

		@Override
		public void accepted(PublicationSource source, int count) {
		}

		@Override
		public void failed(PublicationSource source, PublicationFailure reason) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnBackend {

		@Bean
		History history() {
			return HISTORY;
		}

		@Bean
		Backend backend() {
			return new LocalBackend(HISTORY);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnServer {

		@Bean
		RealtimeServer ownServer() {
			return new RealtimeServer(new ServerSettings(SessionSettings.defaults(), HubSettings.defaults(), 0, 1000,
					Runnable::run, (stream) -> {
					}), new LocalBackend(HISTORY), HISTORY, new ChannelRegistry(Map.of()), (payload) -> new byte[0]);
		}

	}

}
