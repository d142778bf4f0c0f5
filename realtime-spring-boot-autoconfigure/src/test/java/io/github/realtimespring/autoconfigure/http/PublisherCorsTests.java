/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;

import io.github.realtimespring.autoconfigure.jwt.RealtimeJwtAutoConfiguration;
import io.github.realtimespring.autoconfigure.websocket.RealtimeHandshakeAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for publishing from browsers.
 */
class PublisherCorsTests {

	private static final String BODY = "{\"stream\":\"a\",\"data\":\"x\"}";

	private static final String SECRET = "realtime.secret=" + TestServer.SECRET;

	@Test
	void preflightIs200WithAnyCablesHeaders() {
		try (TestServer server = TestServer.tomcat(SECRET, "realtime.broadcast.cors=true", "realtime.api.cors=true")) {
			for (String path : List.of("/_broadcast", "/api/publish")) {
				HttpResponse<String> response = server.send("OPTIONS", path, "Origin", "https://app.example",
						"Access-Control-Request-Method", "POST", "Access-Control-Request-Headers", "authorization");
				assertThat(response.statusCode()).isEqualTo(200);
				assertThat(header(response, "Access-Control-Allow-Origin")).hasValue("*");
				assertThat(header(response, "Access-Control-Allow-Methods")).hasValue("POST, OPTIONS");
				assertThat(header(response, "Access-Control-Allow-Headers")).hasValue("Origin, X-Requested-With, "
						+ "X-Request-ID, Content-Type, Accept, X-CSRF-Token, Authorization");
				assertThat(header(response, "Access-Control-Allow-Credentials")).isEmpty();
			}
		}
	}

	@Test
	void answersCarryTheHeadersWhetherTheyRefuseOrNot() {
		try (TestServer server = TestServer.tomcat(SECRET, "realtime.broadcast.cors=true")) {
			HttpResponse<String> accepted = server.post("/_broadcast", BODY,
					TestServer.withKey("Origin", "https://app.example"));
			HttpResponse<String> refused = server.post("/_broadcast", BODY, "Origin", "https://app.example");
			assertThat(accepted.statusCode()).isEqualTo(201);
			assertThat(refused.statusCode()).isEqualTo(401);
			assertThat(List.of(accepted, refused))
				.allSatisfy((response) -> assertThat(header(response, "Access-Control-Allow-Origin")).hasValue("*"));
			assertThat(server.send("PUT", "/_broadcast").headers().firstValue("Allow")).hasValue("POST, OPTIONS");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "realtime.origins.allowed", "realtime.origins.allowed[0]", "WS_ALLOWED_ORIGINS" })
	void namedOriginIsAnsweredWithCredentialsAndAnotherIsNot(String property) {
		try (TestServer server = TestServer.tomcat(OriginsApplication.class, SECRET, "realtime.broadcast.cors=true",
				property + "=https://app.example")) {
			HttpResponse<String> allowed = server.send("OPTIONS", "/_broadcast", "Origin", "https://app.example");
			assertThat(header(allowed, "Access-Control-Allow-Origin")).hasValue("https://app.example");
			assertThat(header(allowed, "Access-Control-Allow-Credentials")).hasValue("true");
			assertThat(header(allowed, "Vary")).hasValue("Origin");
			for (String origin : List.of("https://other.example", "null", "https://app.example.evil.example")) {
				HttpResponse<String> other = server.send("OPTIONS", "/_broadcast", "Origin", origin);
				assertThat(other.statusCode()).isEqualTo(200);
				assertThat(header(other, "Access-Control-Allow-Origin")).isEmpty();
				assertThat(header(other, "Vary")).hasValue("Origin");
			}
			HttpResponse<String> none = server.send("OPTIONS", "/_broadcast");
			assertThat(header(none, "Access-Control-Allow-Origin")).isEmpty();
		}
	}

	@Test
	void everyOriginIsAnsweredWhileNoneAreConfigured() {
		try (TestServer server = TestServer.tomcat(OriginsApplication.class, SECRET, "realtime.broadcast.cors=true")) {
			HttpResponse<String> response = server.send("OPTIONS", "/_broadcast", "Origin", "https://app.example");
			assertThat(header(response, "Access-Control-Allow-Origin")).hasValue("*");
		}
	}

	@Test
	void thereIsNoCorsUnlessItIsSwitchedOn() {
		try (TestServer server = TestServer.tomcat(SECRET, "realtime.api.cors=true")) {
			HttpResponse<String> preflight = server.send("OPTIONS", "/_broadcast", "Origin", "https://app.example",
					"Access-Control-Request-Method", "POST");
			assertThat(preflight.statusCode()).isEqualTo(405);
			HttpResponse<String> post = server.post("/_broadcast", BODY,
					TestServer.withKey("Origin", "https://app.example"));
			assertThat(post.statusCode()).isEqualTo(201);
			assertThat(header(post, "Access-Control-Allow-Origin")).isEmpty();
		}
	}

	private static Optional<String> header(HttpResponse<String> response, String name) {
		return response.headers().firstValue(name);
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ RealtimeJwtAutoConfiguration.class, RealtimeHandshakeAutoConfiguration.class })
	static class OriginsApplication {

	}

}
