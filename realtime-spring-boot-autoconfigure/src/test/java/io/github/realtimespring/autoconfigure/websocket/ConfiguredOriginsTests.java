/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConfiguredOrigins}.
 */
@ExtendWith(OutputCaptureExtension.class)
class ConfiguredOriginsTests {

	private static final List<String> LIST = List.of("https://*.mydomain.com", "https://app.example");

	@ParameterizedTest
	@CsvSource({ "https://a.mydomain.com, ALLOWED", "https://a.b.mydomain.com, ALLOWED",
			"https://mydomain.com, REFUSED", "https://a.mydomain.com:8443, REFUSED", "http://a.mydomain.com, REFUSED",
			"https://evilmydomain.com, REFUSED", "https://a.mydomain.com.evil.com, REFUSED",
			"HTTPS://A.MyDomain.com/, ALLOWED", "https://x@a.mydomain.com, REFUSED", "null, REFUSED",
			"https://app.example, ALLOWED", "https://app.example:443, ALLOWED", "https://evil.com, REFUSED",
			"http://localhost:4200, REFUSED", "http://[::1]:3000, REFUSED", "http://server.example:8080, ALLOWED",
			"http://server.example, REFUSED", "https://server.example:8080, REFUSED", "nonsense, REFUSED" })
	@DisplayName("A26 K3 K6: the table of origins with a list")
	void tableWithAList(String origin, OriginDecision decision) {
		assertThat(origins(LIST, AllowLocalhost.AUTO, false).decide(request(origin))).isEqualTo(decision);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\n", "https://a.mydomain.com\n", "https://a.mydomain.com\r\nX: y",
			"https://a.mydomain.com\u0000", "https://a.mydomain.com https://evil.com" })
	@DisplayName("A26 K6: trailing newlines and other tricks are refused")
	void tricksAreRefused(String origin) {
		assertThat(origins(LIST, AllowLocalhost.AUTO, false).decide(request(origin))).isEqualTo(OriginDecision.REFUSED);
	}

	@ParameterizedTest
	@CsvSource({ "http://localhost:4200", "http://[::1]:3000", "http://127.0.0.1:5173", "https://localhost" })
	@DisplayName("K4: localhost is allowed on any port while no list is set and no production profile is active")
	void k4LocalhostIsAllowedOutsideProductionWithoutAList(String origin) {
		assertThat(origins(List.of(), AllowLocalhost.AUTO, false).decide(request(origin)))
			.isEqualTo(OriginDecision.ALLOWED);
		assertThat(origins(List.of(), AllowLocalhost.AUTO, true).decide(request(origin)))
			.isEqualTo(OriginDecision.REFUSED);
		assertThat(origins(LIST, AllowLocalhost.AUTO, false).decide(request(origin))).isEqualTo(OriginDecision.REFUSED);
		assertThat(origins(List.of(), AllowLocalhost.FALSE, false).decide(request(origin)))
			.isEqualTo(OriginDecision.REFUSED);
		assertThat(origins(LIST, AllowLocalhost.TRUE, true).decide(request(origin))).isEqualTo(OriginDecision.ALLOWED);
	}

	@Test
	@DisplayName("K4: without a list the own origin is allowed, everything else is not")
	void k4OwnOriginIsAlwaysAllowed() {
		for (boolean production : new boolean[] { true, false }) {
			AllowedOrigins origins = origins(List.of(), AllowLocalhost.AUTO, production);
			assertThat(origins.decide(request("http://server.example:8080"))).isEqualTo(OriginDecision.ALLOWED);
			assertThat(origins.decide(request("HTTP://Server.Example:8080/"))).isEqualTo(OriginDecision.ALLOWED);
			assertThat(origins.decide(request("https://evil.com"))).isEqualTo(OriginDecision.REFUSED);
			assertThat(origins.decide(request("null"))).isEqualTo(OriginDecision.REFUSED);
		}
	}

	@Test
	@DisplayName("K4: default ports of the own origin are the same as none")
	void k4DefaultPortsOfTheOwnOriginAreNormalised() {
		AllowedOrigins origins = origins(List.of(), AllowLocalhost.AUTO, true);
		MockHttpServletRequest request = request("https://server.example");
		request.setScheme("https");
		request.setServerPort(443);
		assertThat(origins.decide(request)).isEqualTo(OriginDecision.ALLOWED);
	}

	@Test
	@DisplayName("K8: a missing origin is decided by the property")
	void k8MissingOriginIsDecidedByTheProperty() {
		OriginsProperties strict = new OriginsProperties(null, false, AllowLocalhost.AUTO);
		assertThat(origins(LIST, AllowLocalhost.AUTO, true).decide(request())).isEqualTo(OriginDecision.MISSING);
		assertThat(new ConfiguredOrigins(strict, true, (request) -> OriginList.EMPTY).decide(request()))
			.isEqualTo(OriginDecision.REFUSED);
	}

	@Test
	@DisplayName("K8: several Origin headers are refused, also if each of them is allowed")
	void k8SeveralOriginsAreRefused() {
		AllowedOrigins origins = origins(LIST, AllowLocalhost.AUTO, false);
		assertThat(origins.decide(request("https://app.example", "https://app.example")))
			.isEqualTo(OriginDecision.REFUSED);
		assertThat(origins.decide(request("https://app.example", "https://evil.com")))
			.isEqualTo(OriginDecision.REFUSED);
		assertThat(origins.decide(request("https://app.example,https://app.example")))
			.isEqualTo(OriginDecision.REFUSED);
	}

	@Test
	void wildcardAllowsEveryOriginButNoneThatIsMalformed() {
		AllowedOrigins origins = origins(List.of("*"), AllowLocalhost.AUTO, false);
		assertThat(origins.decide(request("https://anything.example:1234"))).isEqualTo(OriginDecision.ALLOWED);
		assertThat(origins.decide(request("null"))).isEqualTo(OriginDecision.REFUSED);
		assertThat(origins.decide(request("https://x@y"))).isEqualTo(OriginDecision.REFUSED);
	}

	@Test
	@DisplayName("K3: a refused origin is logged once, and nothing that could forge a log entry")
	void k3RefusedOriginIsLoggedOnce(CapturedOutput output) {
		AllowedOrigins origins = origins(LIST, AllowLocalhost.AUTO, false);
		for (int i = 0; i < 3; i++) {
			origins.decide(request("https://evil.com"));
			origins.decide(request("https://evil.com\nfake entry"));
		}
		assertThat(output).containsOnlyOnce("Refused a handshake from https://evil.com, sent to "
				+ "http://server.example:8080. If this page is yours, add it to 'realtime.origins.allowed'");
		assertThat(output).doesNotContain("fake entry");
	}

	@Test
	void strangersCannotFillTheLog(CapturedOutput output) {
		AllowedOrigins origins = origins(LIST, AllowLocalhost.AUTO, false);
		for (int i = 0; i < 1000; i++) {
			origins.decide(request("https://evil" + i + ".example"));
		}
		assertThat(output.toString().lines().filter((line) -> line.contains("WARN"))).hasSize(100);
	}

	private static AllowedOrigins origins(List<String> allowed, AllowLocalhost localhost, boolean production) {
		OriginList list = OriginList.parse("test", allowed);
		return new ConfiguredOrigins(new OriginsProperties(allowed, true, localhost), production, (request) -> list);
	}

	private static MockHttpServletRequest request(String... origins) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/cable");
		request.setServerName("server.example");
		request.setServerPort(8080);
		for (String origin : origins) {
			request.addHeader("Origin", origin);
		}
		return request;
	}

}
