/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.metrics;

import java.io.IOException;

import io.github.realtimespring.autoconfigure.Runners;
import io.github.realtimespring.autoconfigure.websocket.HandshakeObserver;
import io.github.realtimespring.autoconfigure.websocket.HandshakeOutcome;
import io.github.realtimespring.broadcast.BroadcastService;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link RealtimeObservationAutoConfiguration}.
 */
class RealtimeObservationAutoConfigurationTests {

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private final WebApplicationContextRunner contextRunner = Runners.web()
		.withBean(TestObservationRegistry.class, () -> this.registry);

	@Test
	@DisplayName("A37: publishing is observed")
	void a37PublishingIsObserved() {
		this.contextRunner.run((context) -> {
			context.getBean(BroadcastService.class).publish("a", "x");
			TestObservationRegistryAssert.assertThat(this.registry)
				.hasNumberOfObservationsWithNameEqualTo("realtime.publish", 1);
		});
	}

	@ParameterizedTest
	@EnumSource(HandshakeOutcome.class)
	@DisplayName("A37: handshakes are observed, and nothing of the request is looked at")
	void a37HandshakesAreObserved(HandshakeOutcome outcome) {
		this.contextRunner.run((context) -> {
			MockHttpServletRequest request = new MockHttpServletRequest("GET", "/cable");
			request.setQueryString("jid=a-token");
			context.getBean(HandshakeObserver.class).observe(request, () -> outcome);
			TestObservationRegistryAssert.assertThat(this.registry)
				.hasObservationWithNameEqualTo("realtime.handshake")
				.that()
				.hasBeenStarted()
				.hasBeenStopped()
				.hasContextualNameEqualTo("realtime handshake")
				.hasOnlyKeys("outcome")
				.hasLowCardinalityKeyValue("outcome", outcome.tag());
		});
	}

	@Test
	void handshakeThatBreaksIsAnError() {
		this.contextRunner.run((context) -> {
			IOException failure = new IOException("gone");
			assertThatIOException()
				.isThrownBy(() -> context.getBean(HandshakeObserver.class).observe(new MockHttpServletRequest(), () -> {
					throw failure;
				}))
				.isSameAs(failure);
			TestObservationRegistryAssert.assertThat(this.registry)
				.hasObservationWithNameEqualTo("realtime.handshake")
				.that()
				.hasError(failure)
				.hasLowCardinalityKeyValue("outcome", "error");
		});
	}

	@Test
	void conventionsOfTheApplicationReplaceOurs() {
		this.contextRunner.withBean(OwnPublishConvention.class)
			.withBean(OwnHandshakeConvention.class)
			.run((context) -> {
				context.getBean(BroadcastService.class).publish("a", "x");
				context.getBean(HandshakeObserver.class)
					.observe(new MockHttpServletRequest(), () -> HandshakeOutcome.ACCEPTED);
				TestObservationRegistryAssert.assertThat(this.registry)
					.hasObservationWithNameEqualTo("my.publish")
					.that()
					.hasLowCardinalityKeyValue("batch", "1");
				TestObservationRegistryAssert.assertThat(this.registry).hasObservationWithNameEqualTo("my.handshake");
			});
	}

	@Test
	void observerOfTheApplicationReplacesOurs() {
		this.contextRunner.withBean(HandshakeObserver.class, OwnObserver::new)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ObservingHandshakeObserver.class));
	}

	@Test
	void withoutARegistryBacksOff() {
		Runners.web()
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(RealtimeObservationAutoConfiguration.class)
				.doesNotHaveBean(HandshakeObserver.class));
	}

	@Test
	void withoutMicrometerBacksOff() {
		Runners.web()
			.withClassLoader(new FilteredClassLoader("io.micrometer"))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(RealtimeObservationAutoConfiguration.class));
	}

	@Test
	void withoutServletsOnlyPublishingIsObserved() {
		Runners.withoutWeb()
			.withBean(TestObservationRegistry.class, () -> this.registry)
			.withClassLoader(new FilteredClassLoader(HttpServletRequest.class))
			.run((context) -> {
				assertThat(context).hasNotFailed().doesNotHaveBean("realtimeHandshakeObserver");
				context.getBean(BroadcastService.class).publish("a", "x");
				TestObservationRegistryAssert.assertThat(this.registry)
					.hasObservationWithNameEqualTo("realtime.publish");
			});
	}

	@Test
	void whenDisabledBacksOff() {
		this.contextRunner.withPropertyValues("realtime.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(RealtimeObservationAutoConfiguration.class));
	}

	@Test
	void documentationNamesTheDefaults() {
		assertThat(RealtimeObservationDocumentation.PUBLISH.getDefaultConvention())
			.isEqualTo(DefaultPublishObservationConvention.class);
		assertThat(RealtimeObservationDocumentation.HANDSHAKE.getDefaultConvention())
			.isEqualTo(DefaultHandshakeObservationConvention.class);
		assertThat(RealtimeObservationDocumentation.PUBLISH.getLowCardinalityKeyNames()).hasSize(2);
		assertThat(RealtimeObservationDocumentation.HANDSHAKE.getLowCardinalityKeyNames()).hasSize(1);
	}

	static class OwnPublishConvention extends DefaultPublishObservationConvention {

		@Override
		public String getName() {
			return "my.publish";
		}

		@Override
		public KeyValues getLowCardinalityKeyValues(PublishObservationContext context) {
			return KeyValues.of(KeyValue.of("batch", String.valueOf(context.publications())));
		}

	}

	static class OwnHandshakeConvention extends DefaultHandshakeObservationConvention {

		@Override
		public String getName() {
			return "my.handshake";
		}

	}

	static class OwnObserver implements HandshakeObserver {

		@Override
		public void observe(HttpServletRequest request, Decision decision) throws IOException {
			decision.decide();
		}

	}

}
