/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.cable;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.github.realtimespring.auth.AuthenticationResult;
import io.github.realtimespring.auth.ConnectionAuthenticator;
import io.github.realtimespring.auth.HandshakeRequest;
import io.github.realtimespring.broadcast.Backend;
import io.github.realtimespring.history.History;
import io.github.realtimespring.history.HistorySettings;
import io.github.realtimespring.history.InMemoryHistory;
import io.github.realtimespring.history.LocalBackend;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what an operator reads when an application starts.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartLogTests {

	@Test
	@DisplayName("Each endpoint is logged once, with its port, who may use it, and the transport")
	void endpointsAreLoggedOnce(CapturedOutput output) {
		try (CableServer server = CableServer.start(Container.TOMCAT, "realtime.cable.path=/cable,/{tenant}/cable")) {
			assertThat(output)
				.containsOnlyOnce("Realtime cable: WebSocket /cable, /{tenant}/cable on port " + server.port()
						+ " (authentication: JWT HS256; origins: its own, the application's CORS configuration, "
						+ "localhost; transport spring: works on every servlet container)")
				.containsOnlyOnce("Realtime broadcast: POST /_broadcast on port " + server.port() + " (with a key)")
				.containsOnlyOnce("Realtime api: POST /api/publish on port " + server.port() + " (with a key)");
		}
		assertThat(output).doesNotContain(CableServer.SECRET, CableServer.BROADCAST_KEY, "realtime.public");
	}

	@Test
	@DisplayName("P12: an application that only reaches its own clients says so")
	void p12SingleNodeIsSaid(CapturedOutput output) {
		CableServer.start(Container.TOMCAT).close();
		assertThat(output).containsOnlyOnce(
				"Realtime single node: memory backend, publications reach the clients of this instance only");
	}

	@Test
	@DisplayName("P12: a backend of the application's own is not called single node")
	void p12OtherBackendsAreNotSingleNode(CapturedOutput output) {
		CableServer.start(Container.TOMCAT, OwnBackend.class).close();
		assertThat(output).contains("Realtime cable: ").doesNotContain("single node");
	}

	@Test
	@DisplayName("A19: public mode is warned of once, with everything that it opens")
	void a19PublicModeIsWarnedOf(CapturedOutput output) {
		CableServer.startPublic(Container.TOMCAT).close();
		assertThat(output)
			.containsPattern("WARN .*'realtime.public' is on: everybody may use (?=.*WebSocket /cable)"
					+ "(?=.*POST /_broadcast)(?=.*POST /api/publish).*read every stream and publish to it")
			.containsOnlyOnce("'realtime.public' is on")
			.contains("(authentication: none, everybody may connect; ")
			.contains("(open to everybody)");
	}

	@Test
	@DisplayName("Context path, servlet path and an own port are part of what is logged")
	void pathsAreWholeAndPortsAreReal(CapturedOutput output) {
		try (CableServer server = CableServer.start(Container.TOMCAT, "server.servlet.context-path=/app",
				"spring.mvc.servlet.path=/mvc", "realtime.broadcast.port=0");
				CableClient client = CableClient.connect(server.url("/app/mvc/cable"), List.of(CableClient.BASE),
						"X-JID", Tokens.USER_42)) {
			client.sid();
			assertThat(output).contains("WebSocket /app/mvc/cable on port " + server.port() + " (");
			assertThat(output).containsPattern("POST /app/mvc/_broadcast on port [1-9]")
				.doesNotContain("/_broadcast on port " + server.port());
		}
	}

	@Test
	@DisplayName("Optional tokens, lists of origins and chosen transports are said")
	void settingsAreSaid(CapturedOutput output) {
		CableServer
			.start(Container.TOMCAT, "realtime.jwt.enforce=false", "realtime.origins.allowed=https://a.example",
					"realtime.websocket.transport=spring")
			.close();
		assertThat(output).contains("(authentication: JWT HS256, optional; origins: its own, "
				+ "'realtime.origins.allowed'; transport spring: chosen by 'realtime.websocket.transport')");
	}

	@Test
	@DisplayName("An authenticator of the application is named by its class")
	void ownAuthenticatorIsSaid(CapturedOutput output) {
		CableServer.start(Container.JETTY, OwnAuthenticator.class).close();
		assertThat(output).contains("(authentication: custom, StartLogTests.Anonymous; ").doesNotContain("Tomcat 11.0");
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnAuthenticator {

		@Bean
		Anonymous authenticator() {
			return new Anonymous();
		}

	}

	static class Anonymous implements ConnectionAuthenticator {

		@Override
		public AuthenticationResult authenticate(HandshakeRequest request) {
			return AuthenticationResult.anonymous();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnBackend {

		private final InMemoryHistory history = new InMemoryHistory(
				new HistorySettings(true, 10, Duration.ofMinutes(1), 1000), Clock.systemUTC());

		@Bean
		History history() {
			return this.history;
		}

		@Bean
		Backend backend() {
			return Backends.wrap(new LocalBackend(this.history));
		}

	}

}
