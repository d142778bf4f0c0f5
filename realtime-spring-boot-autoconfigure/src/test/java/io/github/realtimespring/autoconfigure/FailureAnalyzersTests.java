/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import io.github.realtimespring.autoconfigure.jwt.RealtimeJwtAutoConfiguration;
import io.github.realtimespring.autoconfigure.websocket.RealtimeHandshakeAutoConfiguration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for what an operator reads when the start stops.
 */
@ExtendWith(OutputCaptureExtension.class)
class FailureAnalyzersTests {

	private static final String SECRET = "0123456789abcdef0123456789abcdef";

	@ParameterizedTest
	@ValueSource(strings = { "realtime.secret", "realtime.previous-secret", "realtime.jwt.secret" })
	@DisplayName("A7: a short secret is explained and not repeated")
	void a7ShortSecret(String property, CapturedOutput output) {
		assertStops("realtime.secret=" + SECRET, property + "=short-and-secret");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("The value of '" + property + "' has 16 bytes; it needs at least 32.")
			.contains("Set '" + property + "' to a random secret of at least 32 bytes")
			.doesNotContain("short-and-secret", SECRET);
	}

	@Test
	@DisplayName("A7: a missing secret is explained")
	void a7MissingSecret(CapturedOutput output) {
		assertStops();
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("neither a secret nor a key is configured.")
			.contains("Set 'realtime.secret' to at least 32 random bytes")
			.contains("'realtime.public=true'");
	}

	@ParameterizedTest
	@CsvSource({ "prod", "production" })
	@DisplayName("A7: public mode under a production profile is explained")
	void a7PublicInProduction(String profile, CapturedOutput output) {
		assertStops("realtime.public=true", "spring.profiles.active=other," + profile);
		assertThat(output).contains("'realtime.public' is true, but a production profile is active")
			.contains("set 'realtime.force-public=true' as well");
	}

	@Test
	@DisplayName("A7: public mode can be forced, and production means what the application says")
	void a7PublicModeCanBeForced() {
		assertStarts("realtime.public=true", "spring.profiles.active=prod", "realtime.force-public=true");
		assertStarts("realtime.public=true", "spring.profiles.active=prod", "realtime.production-profiles=live");
		assertStarts("realtime.public=true", "spring.profiles.active=dev");
		assertStarts("realtime.secret=" + SECRET, "spring.profiles.active=prod");
	}

	@Test
	@DisplayName("K7: a wildcard origin is explained")
	void k7WildcardOrigin(CapturedOutput output) {
		assertStops("realtime.secret=" + SECRET, "realtime.origins.allowed=*");
		assertThat(output).contains("'realtime.origins.allowed' allows every origin ('*')")
			.contains("List the origins of your pages in 'realtime.origins.allowed'");
	}

	@Test
	@DisplayName("A26: an invalid origin is explained")
	void a26InvalidOrigin(CapturedOutput output) {
		assertStops("realtime.secret=" + SECRET, "realtime.origins.allowed=https://a.example,app.example");
		assertThat(output)
			.contains("'app.example' in 'realtime.origins.allowed' is not an origin: it has no scheme; write "
					+ "'https://app.example'.")
			.contains("Correct the entry of 'realtime.origins.allowed'.");
	}

	@Test
	@DisplayName("A8: contradicting sources of keys are explained and not repeated")
	void a8ContradictingKeys(CapturedOutput output) {
		assertStops("realtime.jwt.secret=" + SECRET, "realtime.jwt.issuer-uri=https://issuer.example");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("realtime.jwt.secret", "realtime.jwt.issuer-uri", "mutually exclusive")
			.doesNotContain(SECRET);
	}

	@Test
	@DisplayName("A7: what must stop the start stops it also where beans are created lazily")
	void a7LazyBeansStopTheStartAsWell() {
		assertStops("spring.main.lazy-initialization=true", "realtime.secret=short-and-secret");
		assertStops("spring.main.lazy-initialization=true", "realtime.public=true", "spring.profiles.active=prod");
	}

	private static void assertStops(String... properties) {
		assertThatException().isThrownBy(() -> run(properties).close());
	}

	private static void assertStarts(String... properties) {
		run(properties).close();
	}

	private static ConfigurableApplicationContext run(String... properties) {
		return new SpringApplicationBuilder(ApplicationConfiguration.class).web(WebApplicationType.SERVLET)
			.bannerMode(Banner.Mode.OFF)
			.properties("server.port=0")
			.properties(properties)
			.run();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebMvc
	@ImportAutoConfiguration({ TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
			RealtimeSecretsAutoConfiguration.class, RealtimeJwtAutoConfiguration.class,
			RealtimeHandshakeAutoConfiguration.class })
	static class ApplicationConfiguration {

	}

}
