/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

import io.github.realtimespring.RealtimeServer;
import io.github.realtimespring.auth.ConnectionAuthenticator;
import io.github.realtimespring.autoconfigure.websocket.JwtHandshakeInterceptor;
import io.github.realtimespring.broadcast.BroadcastService;
import io.github.realtimespring.broadcast.PayloadEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.web.servlet.HandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every optional library may be missing: the application starts without what needs it, or
 * stops with a sentence.
 */
class MissingLibrariesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Micrometer                | io.micrometer
			Actuator                  | org.springframework.boot.actuate
			Spring Boot's health      | org.springframework.boot.health
			Spring Boot's Micrometer  | org.springframework.boot.micrometer
			Spring Security           | org.springframework.security.config, org.springframework.security.web
			Spring Boot's security    | org.springframework.boot.security
			Tomcat                    | org.apache.catalina, org.apache.tomcat, org.springframework.boot.tomcat
			Jetty                     | org.eclipse.jetty, org.springframework.boot.jetty
			Spring Boot's web servers | org.springframework.boot.web.server
			Spring Data Redis         | org.springframework.data, io.lettuce, org.springframework.boot.data
			Jackson 2                 | com.fasterxml.jackson.databind
			""")
	void withoutALibraryClientsAndPublishersAreServed(String name, String packages) {
		without(packages).run((context) -> {
			assertThat(context).as(name).hasNotFailed().hasSingleBean(RealtimeServer.class);
			assertThat(context.getBeansOfType(HandlerMapping.class)).containsKeys("realtimeCableHandlerMapping",
					"realtimePublisherHandlerMapping");
			context.getBean(BroadcastService.class).publish("a", Map.of("b", 1));
		});
	}

	@Test
	void withoutSpringWebSocketOnlyPublishingIsServed() {
		without("org.springframework.web.socket").run((context) -> {
			assertThat(context).hasNotFailed().doesNotHaveBean(JwtHandshakeInterceptor.class);
			assertThat(context.getBeansOfType(HandlerMapping.class)).containsKey("realtimePublisherHandlerMapping")
				.doesNotContainKey("realtimeCableHandlerMapping");
		});
	}

	@Test
	void withoutSpringMvcThereAreNoEndpoints() {
		without("org.springframework.web.servlet", "org.springframework.boot.webmvc")
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(BroadcastService.class)
				.hasSingleBean(ConnectionAuthenticator.class)
				.doesNotHaveBean("realtimeCableHandlerMapping")
				.doesNotHaveBean("realtimePublisherHandlerMapping"));
	}

	@Test
	void withoutSpringBootsMvcOnlyClientsAreServed() {
		without("org.springframework.boot.webmvc").run((context) -> assertThat(context).hasNotFailed()
			.hasBean("realtimeCableHandlerMapping")
			.doesNotHaveBean("realtimePublisherHandlerMapping"));
	}

	@Test
	void withoutJwtSupportTheStartStopsWithASentence() {
		without("org.springframework.security.oauth2", "com.nimbusds").run((context) -> {
			assertThat(context).hasFailed();
			assertThat(context.getStartupFailure()).rootCause()
				.hasMessage("Connections cannot be authenticated: there is no JWT support on the class path");
		});
		without("org.springframework.security.oauth2", "com.nimbusds").withPropertyValues("realtime.public=true")
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(ConnectionAuthenticator.class));
	}

	@Test
	void withoutJacksonTheStartStopsWithASentence() {
		without("tools.jackson").run((context) -> {
			assertThat(context).hasFailed();
			assertThat(context.getStartupFailure()).rootCause().isInstanceOf(MissingPayloadEncoderException.class);
		});
		without("tools.jackson").withBean(PayloadEncoder.class, () -> (payload) -> new byte[] { '1' })
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(BroadcastService.class));
	}

	@Test
	void whenDisabledNothingOfOursIsThere() {
		Runners.web()
			.withPropertyValues("realtime.enabled=false", "management.endpoints.web.exposure.include=*")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(Arrays.stream(context.getBeanDefinitionNames())
					.filter((name) -> !name.contains("Runners") && !name.contains("OurAutoConfigurations"))
					.filter((name) -> name.toLowerCase(Locale.ROOT).contains("realtime"))).isEmpty();
				assertThat(context).doesNotHaveBean(BroadcastService.class);
			});
	}

	@Test
	void outsideAWebApplicationThereIsAServerToPublishTo() {
		Runners.withoutWeb()
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(BroadcastService.class)
				.doesNotHaveBean("realtimeCableHandlerMapping"));
	}

	private static WebApplicationContextRunner without(String... packages) {
		return Runners.web()
			.withClassLoader(new FilteredClassLoader(
					Arrays.stream(String.join(",", packages).split(",")).map(String::strip).toArray(String[]::new)));
	}

}
