/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.security;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import io.github.realtimespring.auth.DerivedKeys;
import io.github.realtimespring.autoconfigure.http.TestServer;
import io.github.realtimespring.autoconfigure.security.SecuredApplications.BootDefault;
import io.github.realtimespring.autoconfigure.security.SecuredApplications.FormLogin;
import io.github.realtimespring.autoconfigure.security.SecuredApplications.NoRules;
import io.github.realtimespring.autoconfigure.security.SecuredApplications.ResourceServer;
import io.github.realtimespring.autoconfigure.security.SecuredApplications.TwoChains;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the endpoints beside the application's Spring Security configuration, on
 * Tomcat.
 */
class RealtimeSecurityTests {

	private static final String BODY = "{\"stream\":\"a\",\"data\":\"x\"}";

	private static final String JWT = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"
			+ ".eyJleHQiOiJ7XCJ1c2VyX2lkXCI6IDQyfSIsImV4cCI6NDEwMjQ0NDgwMH0"
			+ ".cEfhzcfpe1nI-k9wr3giOtH5-8Y0p-sfr8_IvhfDS7Q";

	private static final String BASIC = "Basic "
			+ Base64.getEncoder().encodeToString("user:pw".getBytes(StandardCharsets.UTF_8));

	@Nested
	class BootsDefaultChain extends Contract {

		BootsDefaultChain() {
			super(BootDefault.class, 302, BASIC);
		}

	}

	@Nested
	class FormLoginChain extends Contract {

		FormLoginChain() {
			super(FormLogin.class, 302, null);
		}

	}

	@Nested
	class ResourceServerChain extends Contract {

		ResourceServerChain() {
			super(ResourceServer.class, 401, "Bearer " + JWT);
		}

		@Test
		void a17TokenOfTheApplicationIsNoKey() {
			assertThat(publish("Bearer " + JWT).statusCode()).isEqualTo(401);
		}

		@Test
		void a17KeyIsNoTokenOfTheApplication() {
			assertThat(this.server.get("/page", "Authorization", "Bearer " + TestServer.KEY).statusCode())
				.isEqualTo(401);
		}

	}

	@Nested
	class ChainWithoutRules extends Contract {

		ChainWithoutRules() {
			super(NoRules.class, 200, null);
		}

	}

	@Nested
	class SeveralChains extends Contract {

		SeveralChains() {
			super(TwoChains.class, 403, null);
		}

	}

	@Test
	void a14EndpointsBelowAServletPathAreOpenToo() {
		try (TestServer server = TestServer.tomcat(BootDefault.class, "realtime.secret=" + TestServer.SECRET,
				"server.servlet.context-path=/context", "spring.mvc.servlet.path=/mvc")) {
			assertThat(server.post("/context/mvc/_broadcast", BODY, "Authorization", "Bearer " + TestServer.KEY)
				.statusCode()).isEqualTo(201);
			assertThat(server.post("/context/mvc/_broadcast", BODY).statusCode()).isEqualTo(401);
			assertThat(server.published().publications()).hasSize(1);
		}
	}

	/** What holds in every application. */
	@TestInstance(Lifecycle.PER_CLASS)
	abstract static class Contract {

		private static final List<String> APPLICATION_PATHS = List.of("/page", "/api/page", "/cable/a/more",
				"/realtime/page", "/_broadcast/page", "/unknown");

		private final Class<?> application;

		private final int anonymous;

		private final String credentials;

		protected TestServer server;

		Contract(Class<?> application, int anonymous, String credentials) {
			this.application = application;
			this.anonymous = anonymous;
			this.credentials = credentials;
		}

		@BeforeAll
		void start() {
			this.server = start(true);
		}

		@AfterAll
		void stop() {
			this.server.close();
		}

		@AfterEach
		void reset() {
			this.server.published().reset();
		}

		private TestServer start(boolean enabled, String... properties) {
			return TestServer
				.tomcat(this.application,
						Stream
							.concat(Stream.of("realtime.secret=" + TestServer.SECRET,
									"spring.security.user.password=pw", "realtime.enabled=" + enabled),
									Stream.of(properties))
							.toArray(String[]::new));
		}

		HttpResponse<String> publish(String authorization) {
			return this.server.post("/_broadcast", BODY, "Authorization", authorization, "Accept", "text/html");
		}

		@Test
		void a14PublishingWithTheKeyIs201() {
			assertThat(publish("Bearer " + TestServer.KEY).statusCode()).isEqualTo(201);
			assertThat(this.server.published().messages()).containsExactly("a TEXT x");
		}

		@Test
		void a14PublishingWithTheApiKeyIs201() {
			assertThat(this.server
				.post("/api/publish", BODY, "Authorization", "Bearer " + DerivedKeys.apiKey(TestServer.SECRET))
				.statusCode()).isEqualTo(201);
		}

		@Test
		void a14FormContentTypeAndSpoofedOriginDoNotMatter() {
			HttpResponse<String> response = this.server.post("/_broadcast", BODY, "Authorization",
					"Bearer " + TestServer.KEY, "Content-Type", "application/x-www-form-urlencoded", "Origin",
					"https://elsewhere.example", "Cookie", "JSESSIONID=unknown");
			assertThat(response.statusCode()).isEqualTo(201);
			assertThat(this.server.published().messages()).containsExactly("a TEXT x");
		}

		@Test
		void a17PublishingWithoutTheKeyIs401AsAProblem() {
			HttpResponse<String> response = this.server.post("/_broadcast", BODY);
			assertThat(response.statusCode()).isEqualTo(401);
			assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
			assertThat(response.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
			assertThat(this.server.published().messages()).isEmpty();
		}

		@Test
		void a17CredentialsOfTheApplicationAreNoKey() {
			assertThat(publish(BASIC).statusCode()).isEqualTo(401);
		}

		@Test
		void a14MalformedBodyIs400AsAProblem() {
			HttpResponse<String> response = this.server.publish("garbage");
			assertThat(response.statusCode()).isEqualTo(400);
			assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		}

		@Test
		void cableAndBrowserClientAreOpen() {
			assertThat(Stream.of("/cable", "/cable/acme", "/realtime/realtime.js", "/realtime/realtime.mjs")
				.map((path) -> this.server.get(path, "Accept", "text/html").statusCode())).containsOnly(200);
		}

		@Test
		void applicationPathsAreAsProtectedAsWithoutTheServer() {
			assertThat(this.server.get("/page", "Accept", "text/html").statusCode()).isEqualTo(this.anonymous);
			try (TestServer without = start(false)) {
				assertThat(answers(this.server)).isEqualTo(answers(without));
			}
		}

		@Test
		void csrfProtectionOfTheApplicationIsOn() {
			// Else the refusal is dispatched to /error and refused there once more
			try (TestServer server = start(true, "spring.security.filter.dispatcher-types=request")) {
				assertThat(server.post("/page", "").statusCode()).isEqualTo(403);
				assertThat(server.post("/realtime/realtime.js", "").statusCode()).isEqualTo(403);
				assertThat(server.post("/_broadcast/page", "").statusCode()).isEqualTo(403);
			}
		}

		private List<Integer> answers(TestServer server) {
			return APPLICATION_PATHS.stream()
				.flatMap((path) -> Stream.of(server.get(path), server.get(path, "Accept", "text/html"),
						server.post(path, ""), authenticated(server, path)))
				.map(HttpResponse::statusCode)
				.toList();
		}

		private HttpResponse<String> authenticated(TestServer server, String path) {
			return (this.credentials != null) ? server.get(path, "Authorization", this.credentials)
					: server.get(path, "Authorization", "Bearer " + TestServer.KEY);
		}

	}

}
