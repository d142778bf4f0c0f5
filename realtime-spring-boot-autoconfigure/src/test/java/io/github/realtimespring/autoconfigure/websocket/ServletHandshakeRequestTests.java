/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServletHandshakeRequest}.
 */
class ServletHandshakeRequestTests {

	private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/app/accounts/7/cable");

	@Test
	void pathIsDecodedAndBelowTheContextPath() {
		this.request.setContextPath("/app");
		this.request.setServletPath("/accounts/a b/cable");
		assertThat(handshake().path()).isEqualTo("/accounts/a b/cable");
		this.request.setServletPath("/ws");
		this.request.setPathInfo("/cable");
		assertThat(handshake().path()).isEqualTo("/ws/cable");
	}

	@Test
	void headersAreCaseInsensitiveAndKeepTheirLines() {
		this.request.addHeader("X-JID", "1");
		this.request.addHeader("x-jid", "2");
		assertThat(handshake().header("x-Jid")).isEqualTo("1");
		assertThat(handshake().headers("x-Jid")).containsExactly("1", "2");
		assertThat(handshake().header("X-Other")).isNull();
		assertThat(handshake().headers("X-Other")).isEmpty();
	}

	@Test
	void offeredSubProtocolsCombineAllLinesInTheClientsOrder() {
		this.request.addHeader("Sec-WebSocket-Protocol", "actioncable-v1-ext-json, , actioncable-v1-json");
		this.request.addHeader("Sec-WebSocket-Protocol", "anycable-token.abc,x");
		assertThat(handshake().offeredSubProtocols()).containsExactly("actioncable-v1-ext-json", "actioncable-v1-json",
				"anycable-token.abc", "x");
	}

	@Test
	void enormousSubProtocolHeadersAreSplitInLinearTime() {
		this.request.addHeader("Sec-WebSocket-Protocol", " ".repeat(65_536) + ",".repeat(65_536));
		assertThat(handshake().offeredSubProtocols()).isEmpty();
	}

	@Test
	void queryIsReadFromTheRawTextAndNeverFromTheBody() {
		this.request.setQueryString("jid=a%2Eb");
		this.request.setParameter("jid", "from the body");
		assertThat(handshake().queryReadable()).isTrue();
		assertThat(handshake().queryParameters("jid")).containsExactly("a.b");
		assertThat(handshake().queryParameters("other")).isEmpty();
	}

	@Test
	void unreadableQueriesHaveNoParameters() {
		this.request.setQueryString("jid=x&y=%zz");
		assertThat(handshake().queryReadable()).isFalse();
		assertThat(handshake().queryParameters("jid")).isEmpty();
	}

	@Test
	void cookiesAreFoundByTheirExactName() {
		assertThat(handshake().cookie("token")).isNull();
		this.request.setCookies(new Cookie("Token", "no"), new Cookie("token", "yes"), new Cookie("token", "second"));
		assertThat(handshake().cookie("token")).isEqualTo("yes");
	}

	@Test
	void addressIsTheOneThatTheContainerKnows() {
		this.request.setRemoteAddr("192.0.2.7");
		this.request.addHeader("X-Forwarded-For", "198.51.100.1");
		assertThat(handshake().remoteAddress()).isEqualTo("192.0.2.7");
	}

	@Test
	void textNamesNoToken() {
		this.request.setQueryString("jid=secret-token");
		this.request.addHeader("X-JID", "secret-token");
		assertThat(handshake()).asString().doesNotContain("secret-token");
	}

	private ServletHandshakeRequest handshake() {
		return new ServletHandshakeRequest(this.request, false);
	}

}
