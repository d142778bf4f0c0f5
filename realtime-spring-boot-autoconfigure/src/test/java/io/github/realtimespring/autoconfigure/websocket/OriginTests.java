/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Origin}.
 */
class OriginTests {

	@ParameterizedTest
	@CsvSource({ "https://app.example, https, app.example, 443", "http://app.example, http, app.example, 80",
			"HTTPS://A.MyDomain.com/, https, a.mydomain.com, 443", "http://localhost:4200, http, localhost, 4200",
			"http://[::1]:3000, http, [0:0:0:0:0:0:0:1], 3000",
			"https://[2001:DB8::1], https, [2001:db8:0:0:0:0:0:1], 443",
			"https://xn--bcher-kva.example, https, xn--bcher-kva.example, 443",
			"http://my_app.local:80, http, my_app.local, 80", "capacitor://localhost, capacitor, localhost, -1",
			"chrome-extension://abcdef, chrome-extension, abcdef, -1", "app+web://x:1, app+web, x, 1" })
	void originsAreBroughtIntoTheirNormalForm(String text, String scheme, String host, int port) {
		assertThat(Origin.parse(text)).isEqualTo(new Origin(scheme, host, port));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "*", "https://", "https:///", "://app.example", "app.example", "//app.example",
			"https:app.example", "https:/app.example", "https://app.example\n", "https://app.example\r\n",
			" https://app.example", "https://app.example ", "https://app.exa mple", "https://app.example\u0000",
			"https://app.example//", "https://app.example/path", "https://app.example?x", "https://app.example#x",
			"https://x@app.example", "https://x:y@app.example", "https://@app.example", "https://app.example\\x",
			"https://app.example.", "https://.app.example", "https://app..example", "https://app.example:",
			"https://app.example:0", "https://app.example:65536", "https://app.example:123456",
			"https://app.example:-1", "https://app.example:+1", "https://app.example:8a", "https://app.example:80:80",
			"https://app.example:*", "https://*.app.example", "https://bücher.example", "https://app.example\u3002",
			"https://[::1", "https://::1", "https://[]", "https://[:]", "https://[::1]x", "https://[::1].app.example",
			"https://[1.2.3.4]", "https://[app.example]", "https://[fe80::1%25eth0]", "https://[fe80::1%eth0]",
			"https://[::g]", "https://%61pp.example", "https://app.example, https://app.example",
			"https://app.example https://app.example", "ht tp://app.example", "1http://app.example",
			"https://app.example:４４３" })
	@DisplayName("K6: anything but exactly one well-formed origin is refused")
	void anythingElseIsNoOrigin(String text) {
		assertThat(Origin.parse(text)).isNull();
	}

	@Test
	void endlessOriginsAreNotLookedAt() {
		assertThat(Origin.parse("https://" + "a.".repeat(1_000_000) + "example")).isNull();
		assertThat(Origin.parse("https://" + "a".repeat(254))).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost", "https://localhost:8443", "http://localhost:4200",
			"http://app.localhost:3000", "http://127.0.0.1", "http://127.0.0.1:5173", "http://127.255.0.9",
			"http://[::1]:3000", "http://[0:0:0:0:0:0:0:1]" })
	@DisplayName("K4: localhost is every loopback name and address, on any port")
	void loopbackOriginsAreLocalhost(String text) {
		assertThat(Origin.parse(text)).matches(Origin::isLocalhost);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost.evil.com", "http://evillocalhost", "http://127.0.0.1.evil.com",
			"http://127.evil.0.1", "http://127.1", "http://128.0.0.1", "http://0.0.0.0", "http://192.168.1.1",
			"http://[::2]", "http://[::ffff:127.0.0.1]", "http://127.0.0.1000", "http://127.0.0.x",
			"capacitor://localhost", "chrome-extension://localhost" })
	@DisplayName("K4: nothing that only looks like localhost is")
	void otherOriginsAreNotLocalhost(String text) {
		assertThat(Origin.parse(text)).matches((origin) -> !origin.isLocalhost());
	}

	@Test
	void originOfARequestHasItsSchemeHostAndPort() {
		assertThat(of("http", "App.Example", 80)).hasToString("http://app.example");
		assertThat(of("https", "app.example", 443)).hasToString("https://app.example");
		assertThat(of("wss", "app.example", 443)).hasToString("https://app.example");
		assertThat(of("ws", "app.example", 8080)).hasToString("http://app.example:8080");
		assertThat(of("http", "[::1]", 8080)).isEqualTo(of("http", "::1", 8080))
			.isEqualTo(Origin.parse("http://[::1]:8080"));
		assertThat(of("http", "evil host", 80)).isNull();
	}

	private static Origin of(String scheme, String host, int port) {
		MockHttpServletRequest request = new MockHttpServletRequest() {

			@Override
			public String getServerName() {
				return host;
			}

		};
		request.setScheme(scheme);
		request.setServerPort(port);
		return Origin.of(request);
	}

}
