/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for what stands on the console when an application does not start.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartFailureTests {

	@Test
	void valueOutOfBounds(CapturedOutput output) {
		assertStops("--realtime.inbound.max-subscriptions=0");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("The value '0' of 'realtime.inbound.max-subscriptions' is not valid. It must be 1 or more.")
			.contains("Correct 'realtime.inbound.max-subscriptions' in ")
			.contains("or remove it to get the default.");
	}

	@Test
	void unknownTransport(CapturedOutput output) {
		assertStops("--realtime.websocket.transport=foo");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.containsPattern("Property: realtime.websocket.transport\\s+Value: \"foo\"")
			.containsPattern("The following values are valid:\\s+AUTO\\s+SPRING");
	}

	@Test
	void unknownBackend(CapturedOutput output) {
		assertStops("--realtime.backend.type=foo");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.containsPattern("Property: realtime.backend.type\\s+Value: \"foo\"")
			.containsPattern("The following values are valid:\\s+AUTO\\s+MEMORY");
	}

	@ParameterizedTest
	@ValueSource(strings = { "redis", "REDIS" })
	void backendOfALaterVersion(String type, CapturedOutput output) {
		assertStops("--realtime.backend.type=" + type);
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("'realtime.backend.type' is 'redis', but this version only has the backend 'memory'")
			.contains("Redis comes with a later version.")
			.contains("Remove 'realtime.backend.type' and run one instance");
	}

	@Test
	void unknownValuesStopTheStartAlsoWhereBeansAreMadeLazily(CapturedOutput output) {
		assertStops("--spring.main.lazy-initialization=true", "--realtime.backend.type=foo");
		assertStops("--spring.main.lazy-initialization=true", "--realtime.websocket.transport=foo");
		assertStops("--spring.main.lazy-initialization=true", "--realtime.broadcast.max-batch=0");
		assertThat(output).containsPattern("(?s)(APPLICATION FAILED TO START.*){3}");
	}

	@Test
	void contradiction(CapturedOutput output) {
		assertStops("--realtime.cable.path=/_broadcast");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains(
					"'/_broadcast' of 'realtime.cable.path' also matches '/_broadcast', where publications are taken.")
			.contains("Change 'realtime.cable.path', 'realtime.broadcast.path' or 'realtime.api.path'.");
	}

	private static void assertStops(String... arguments) {
		assertThatException()
			.isThrownBy(() -> new SpringApplicationBuilder(Application.class).web(WebApplicationType.SERVLET)
				.properties("server.port=0", "realtime.secret=" + Runners.SECRET)
				.run(arguments)
				.close());
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
	static class Application extends Runners.Application {

	}

}
