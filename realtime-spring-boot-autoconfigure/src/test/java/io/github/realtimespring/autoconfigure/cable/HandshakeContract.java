/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.cable;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The way to a connection. Every transport passes it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HandshakeContract {

	private static final String TOKEN_HEADER = "X-JID: " + Tokens.USER_42;

	private final Container container;

	private CableServer server;

	HandshakeContract(Container container) {
		this.container = container;
	}

	@BeforeAll
	void startServer() {
		this.server = CableServer.start(this.container, "realtime.cable.path=/cable,/accounts/{tenant}/cable,/deep/**",
				"realtime.jwt.query-params=jid,authorization,token", "realtime.jwt.cookie=access_token",
				"realtime.origins.allowed=https://*.mydomain.com");
	}

	@AfterAll
	void stopServer() {
		this.server.close();
	}

	private RawClient upgrade(String target, String... headers) {
		return RawClient.upgrade(this.server.port(), target, headers);
	}

	private void assertWelcomed(RawClient client) {
		try (client) {
			assertThat(client.status()).isEqualTo(101);
			assertThat(client.next().text()).matches("\\{\"type\":\"welcome\",\"sid\":\"[A-Za-z0-9_-]{22}\"}");
		}
	}

	private void assertRefused(RawClient client, String reason) {
		try (client) {
			assertThat(client.status()).isEqualTo(101);
			assertThat(client.next().text())
				.isEqualTo("{\"type\":\"disconnect\",\"reason\":\"" + reason + "\",\"reconnect\":false}");
			RawClient.Frame close = client.next();
			assertThat(close.opcode()).isEqualTo(RawClient.CLOSE);
			assertThat(close.closeCode()).isEqualTo(1000);
			assertThat(close.text()).endsWith("Auth Failed");
		}
	}

	@Test
	@DisplayName("A1: the token is taken from the header, the sub-protocol, the query and the bearer header")
	void a1EveryCarrierOfTheTokenIsAccepted() {
		assertWelcomed(upgrade("/cable", TOKEN_HEADER));
		assertWelcomed(
				upgrade("/cable", "Sec-WebSocket-Protocol: actioncable-v1-json, anycable-token." + Tokens.USER_42));
		assertWelcomed(upgrade("/cable?jid=" + Tokens.USER_42));
		assertWelcomed(upgrade("/cable", "Authorization: Bearer " + Tokens.USER_42));
	}

	@Test
	@DisplayName("P15, S24: further names of the query parameter carry the token")
	void p15FurtherQueryParametersCarryTheToken() {
		assertWelcomed(upgrade("/cable?authorization=" + Tokens.USER_42));
		assertWelcomed(upgrade("/cable?token=" + Tokens.USER_42));
	}

	@Test
	@DisplayName("P16: a cookie carries the token, but only from an allowed origin")
	void p16TheCookieNeedsAnAllowedOrigin() {
		assertWelcomed(upgrade("/cable", "Cookie: access_token=" + Tokens.USER_42, "Origin: https://a.mydomain.com"));
		assertRefused(upgrade("/cable", "Cookie: access_token=" + Tokens.USER_42), "unauthorized");
		try (RawClient foreign = upgrade("/cable", "Cookie: access_token=" + Tokens.USER_42,
				"Origin: https://evil.com")) {
			assertThat(foreign.status()).isEqualTo(403);
		}
	}

	@Test
	@DisplayName("A1: the header wins over the query")
	void a1TheFirstCarrierWins() {
		assertRefused(upgrade("/cable?jid=" + Tokens.USER_42, "X-JID: rubbish"), "unauthorized");
		assertWelcomed(upgrade("/cable?jid=rubbish", TOKEN_HEADER));
	}

	@Test
	@DisplayName("A5: a missing or bad token is told by a message and a close frame, not by a status")
	void a5RefusalsReachTheClient() {
		assertRefused(upgrade("/cable"), "unauthorized");
		assertRefused(upgrade("/cable", "X-JID: rubbish"), "unauthorized");
		assertRefused(
				upgrade("/cable", "X-JID: " + Tokens.sign("{\"ext\":\"{}\"}", "another-secret-another-secret-another")),
				"unauthorized");
		assertRefused(upgrade("/cable", "X-JID: " + Tokens.sign("{\"sub\":\"1\"}", CableServer.SECRET)),
				"unauthorized");
	}

	@Test
	@DisplayName("A3: an expired token is told apart from a wrong one")
	void a3AnExpiredTokenIsTold() {
		assertRefused(upgrade("/cable", "X-JID: " + Tokens.EXPIRED), "token_expired");
	}

	@Test
	@DisplayName("A6: the welcome is the first frame, and its id is the server's own")
	void a6TheWelcomeComesFirst() {
		try (RawClient client = upgrade("/cable", TOKEN_HEADER, "X-Request-ID: chosen-by-the-client")) {
			assertThat(client.read().text()).startsWith("{\"type\":\"welcome\",\"sid\":\"")
				.doesNotContain("chosen-by-the-client");
		}
	}

	@Test
	@DisplayName("A27: several paths, variables and a trailing wildcard")
	void a27SeveralPathsAreServed() {
		assertWelcomed(upgrade("/accounts/acme/cable", TOKEN_HEADER));
		assertWelcomed(upgrade("/deep/anything/at/all", TOKEN_HEADER));
		try (RawClient unknown = upgrade("/accounts/acme/other", TOKEN_HEADER)) {
			assertThat(unknown.status()).isNotEqualTo(101);
		}
	}

	@Test
	@DisplayName("1.2: what is not a handshake is answered with a status, in the documented order")
	void whatIsNotAHandshakeIsAnsweredWithAStatus() {
		int port = this.server.port();
		try (RawClient plain = RawClient.request(port, "GET /cable HTTP/1.1", "Host: x", "Origin: https://evil.com")) {
			assertThat(plain.status()).isEqualTo(400);
			assertThat(plain.header("Sec-WebSocket-Version")).containsExactly("13");
			assertThat(plain.body()).isEqualTo("Bad Request: this is a WebSocket endpoint\n");
		}
		try (RawClient post = RawClient.request(port, "POST /cable HTTP/1.1", "Host: x", "Connection: Upgrade",
				"Upgrade: websocket", "Content-Length: 0")) {
			assertThat(post.status()).isEqualTo(405);
		}
		try (RawClient old = RawClient.request(port, "GET /cable HTTP/1.1", "Host: x", "Connection: Upgrade",
				"Upgrade: websocket", "Sec-WebSocket-Version: 8", "Origin: https://evil.com")) {
			assertThat(old.status()).isEqualTo(400);
		}
		try (RawClient foreign = RawClient.request(port, "GET /cable HTTP/1.1", "Host: x", "Connection: Upgrade",
				"Upgrade: websocket", "Sec-WebSocket-Version: 13", "Origin: https://evil.com")) {
			assertThat(foreign.status()).isEqualTo(403);
		}
		try (RawClient keyless = RawClient.request(port, "GET /cable HTTP/1.1", "Host: x",
				"Connection: keep-alive, Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13", TOKEN_HEADER)) {
			assertThat(keyless.status()).isEqualTo(400);
		}
	}

	@Test
	@DisplayName("K3, A26: a foreign origin is refused with 403 before the token is looked at")
	void k3AForeignOriginIsRefused() {
		try (RawClient foreign = upgrade("/cable", TOKEN_HEADER, "Origin: https://evil.com")) {
			assertThat(foreign.status()).isEqualTo(403);
			assertThat(foreign.body()).doesNotContain("evil");
		}
		assertWelcomed(upgrade("/cable", TOKEN_HEADER, "Origin: https://a.mydomain.com"));
		assertWelcomed(upgrade("/cable", TOKEN_HEADER, "Origin: http://127.0.0.1:" + this.server.port()));
		assertWelcomed(upgrade("/cable", TOKEN_HEADER));
	}

	@Test
	@DisplayName("1.3: the client's first spoken sub-protocol is selected and echoed, nothing else")
	void theSubProtocolIsTheClientsChoice() {
		assertSelected("actioncable-v1-ext-json, actioncable-v1-json", "actioncable-v1-ext-json");
		assertSelected("actioncable-v1-json, actioncable-v1-ext-json", "actioncable-v1-json");
		assertSelected("actioncable-v1-msgpack, actioncable-unsupported, actioncable-v1-json", "actioncable-v1-json");
		assertSelected("anycable-token." + Tokens.USER_42 + ", actioncable-v1-json", "actioncable-v1-json");
		try (RawClient none = upgrade("/cable", TOKEN_HEADER, "Sec-WebSocket-Protocol: graphql-ws")) {
			assertThat(none.status()).isEqualTo(101);
			assertThat(none.header("Sec-WebSocket-Protocol")).isEmpty();
			assertThat(none.next().text()).startsWith("{\"type\":\"welcome\"");
		}
		try (RawClient lines = upgrade("/cable", TOKEN_HEADER, "Sec-WebSocket-Protocol: unknown",
				"Sec-WebSocket-Protocol: actioncable-v1-ext-json")) {
			assertThat(lines.header("Sec-WebSocket-Protocol")).containsExactly("actioncable-v1-ext-json");
		}
	}

	private void assertSelected(String offered, String selected) {
		try (RawClient client = upgrade("/cable", TOKEN_HEADER, "Sec-WebSocket-Protocol: " + offered)) {
			assertThat(client.status()).isEqualTo(101);
			assertThat(client.header("Sec-WebSocket-Protocol")).containsExactly(selected);
		}
	}

	@Test
	@DisplayName("Compression is declined, although every browser offers it")
	void compressionIsDeclined() {
		try (RawClient client = upgrade("/cable", TOKEN_HEADER,
				"Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits")) {
			assertThat(client.status()).isEqualTo(101);
			assertThat(client.header("Sec-WebSocket-Extensions")).isEmpty();
			assertThat(client.next().text()).startsWith("{\"type\":\"welcome\"");
		}
	}

	@Test
	@DisplayName("A2: the identifiers are the ext claim, byte for byte, with a parsed view")
	void a2TheExtClaimIdentifiesTheConnection() {
		try (CableClient client = CableClient.connect(this.server.url("/cable"), List.of(CableClient.BASE), "X-JID",
				Tokens.USER_42)) {
			String sid = client.sid();
			var identity = this.server.engine().registry().find(sid).orElseThrow().identity();
			assertThat(identity.identifiers()).isEqualTo("{\"user_id\": 42}");
			assertThat(identity.view()).containsEntry("user_id", 42L);
			assertThat(identity.principal()).isEqualTo("42");
		}
	}

}
