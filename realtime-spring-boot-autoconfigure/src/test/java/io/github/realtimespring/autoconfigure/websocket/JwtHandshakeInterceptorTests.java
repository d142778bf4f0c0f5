/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.github.realtimespring.auth.AuthenticationResult;
import io.github.realtimespring.auth.ConnectionAuthenticator;
import io.github.realtimespring.auth.Identity;
import io.github.realtimespring.protocol.DisconnectReason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.handler.TextWebSocketHandler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JwtHandshakeInterceptor}.
 */
@ExtendWith(OutputCaptureExtension.class)
class JwtHandshakeInterceptorTests {

	private static final Identity JACK = Identity.of("{\"user_id\":42}", "jack");

	private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/ws");

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	private final Map<String, Object> attributes = new HashMap<>();

	private final WebSocketHandler handler = new TextWebSocketHandler();

	private OriginDecision origin = OriginDecision.ALLOWED;

	@Test
	@DisplayName("A5: an accepted connection carries its identity")
	void a5AcceptedConnectionCarriesItsIdentity() throws IOException {
		assertThat(intercept((request) -> AuthenticationResult.accepted(JACK), RejectWith.AUTO)).isTrue();
		assertThat(JwtHandshakeInterceptor.identity(this.attributes)).isEqualTo(JACK);
		assertThat(JwtHandshakeInterceptor.rejection(this.attributes)).isNull();
		assertThat(this.attributes).containsOnlyKeys(JwtHandshakeInterceptor.IDENTITY_ATTRIBUTE);
	}

	@Test
	@DisplayName("A4: an anonymous connection has no identity")
	void a4AnonymousConnectionHasNoIdentity() throws IOException {
		assertThat(intercept((request) -> AuthenticationResult.anonymous(), RejectWith.AUTO)).isTrue();
		assertThat(this.attributes).isEmpty();
		assertThat(JwtHandshakeInterceptor.identity(this.attributes)).isNull();
	}

	@ParameterizedTest
	@EnumSource(value = RejectWith.class, names = { "AUTO", "HTTP" })
	@DisplayName("A5: at an application's own endpoint a refusal is a 401")
	void a5RefusalIsA401(RejectWith rejectWith) throws IOException {
		for (AuthenticationResult result : new AuthenticationResult[] { AuthenticationResult.unauthorized(),
				AuthenticationResult.tokenExpired() }) {
			assertThat(intercept((request) -> result, rejectWith)).isFalse();
			assertThat(this.response.getStatus()).isEqualTo(401);
			assertThat(this.response.getHeader("WWW-Authenticate")).isEqualTo("Bearer");
			assertThat(this.response.getContentAsByteArray()).isEmpty();
			assertThat(this.attributes).isEmpty();
		}
	}

	@Test
	@DisplayName("A5: a refusal by message lets the handshake succeed and leaves the reason to the handler")
	void a5RefusalByMessageIsLeftToTheHandler() throws IOException {
		assertThat(intercept((request) -> AuthenticationResult.tokenExpired(), RejectWith.MESSAGE)).isTrue();
		assertThat(this.response.getStatus()).isEqualTo(200);
		assertThat(JwtHandshakeInterceptor.rejection(this.attributes)).isEqualTo(DisconnectReason.TOKEN_EXPIRED);
		assertThat(JwtHandshakeInterceptor.identity(this.attributes)).isNull();
	}

	@ParameterizedTest
	@EnumSource(RejectWith.class)
	@DisplayName("A5: while tokens cannot be verified the answer is 503 with Retry-After")
	void a5UnavailableIsA503(RejectWith rejectWith) throws IOException {
		assertThat(intercept((request) -> AuthenticationResult.unavailable(Duration.ofSeconds(5)), rejectWith))
			.isFalse();
		assertThat(this.response.getStatus()).isEqualTo(503);
		assertThat(this.response.getHeader("Retry-After")).isEqualTo("5");
		assertThat(this.attributes).isEmpty();
	}

	@Test
	void retryAfterIsAtLeastASecond() throws IOException {
		intercept((request) -> AuthenticationResult.unavailable(Duration.ofMillis(1)), RejectWith.AUTO);
		assertThat(this.response.getHeader("Retry-After")).isEqualTo("1");
	}

	@ParameterizedTest
	@EnumSource(RejectWith.class)
	@DisplayName("K3: a refused origin is a 403, decided before anything is authenticated")
	void k3RefusedOriginIsA403(RejectWith rejectWith) throws IOException {
		this.origin = OriginDecision.REFUSED;
		assertThat(intercept((request) -> {
			throw new AssertionError("The origin must be checked first");
		}, rejectWith)).isFalse();
		assertThat(this.response.getStatus()).isEqualTo(403);
		assertThat(this.response.getContentAsByteArray()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(OriginDecision.class)
	@DisplayName("P16: only a named and allowed origin lets cookies count")
	void p16OnlyANamedOriginLetsCookiesCount(OriginDecision decision) throws IOException {
		this.origin = decision;
		intercept((request) -> {
			assertThat(request.originAllowed()).isEqualTo(decision == OriginDecision.ALLOWED);
			return AuthenticationResult.anonymous();
		}, RejectWith.AUTO);
	}

	@Test
	@DisplayName("A5: an authenticator that throws refuses the handshake and leaks nothing into the log")
	void a5FailingAuthenticatorRefuses(CapturedOutput output) throws IOException {
		this.request.setQueryString("jid=secret-token");
		assertThat(intercept((request) -> {
			throw new IllegalStateException("cannot parse secret-token", new IOException("secret-token"));
		}, RejectWith.AUTO)).isFalse();
		assertThat(this.response.getStatus()).isEqualTo(401);
		assertThat(output).contains("java.lang.IllegalStateException").doesNotContain("secret-token");
	}

	@Test
	@SuppressWarnings("NullAway")
	void authenticatorWithoutADecisionRefuses() throws IOException {
		assertThat(intercept((request) -> null, RejectWith.AUTO)).isFalse();
		assertThat(this.response.getStatus()).isEqualTo(401);
	}

	private boolean intercept(ConnectionAuthenticator authenticator, RejectWith rejectWith) throws IOException {
		JwtHandshakeInterceptor interceptor = new JwtHandshakeInterceptor(authenticator, (request) -> this.origin,
				rejectWith);
		try (ServletServerHttpResponse response = new ServletServerHttpResponse(this.response)) {
			return interceptor.beforeHandshake(new ServletServerHttpRequest(this.request), response, this.handler,
					this.attributes);
		}
	}

}
