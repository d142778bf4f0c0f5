/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link OriginPattern} and {@link OriginList}.
 */
class OriginPatternTests {

	@ParameterizedTest
	@CsvSource({ "https://app.example, https://app.example", "https://app.example, https://app.example:443",
			"https://app.example:443, https://app.example", "https://app.example/, https://app.example",
			"HTTPS://App.Example, https://app.example", "https://app.example:8443, https://app.example:8443",
			"https://app.example:*, https://app.example", "https://app.example:*, https://app.example:8443",
			"https://*.app.example, https://a.app.example", "https://*.app.example, https://a.b.app.example",
			"https://*.app.example:*, https://a.app.example:8443",
			"https://bücher.example, https://xn--bcher-kva.example",
			"https://*.bücher.example, https://a.xn--bcher-kva.example", "http://[::1]:3000, http://[0::1]:3000",
			"capacitor://localhost, capacitor://localhost", "http://192.168.0.7:8080, http://192.168.0.7:8080" })
	@DisplayName("K6: an entry matches by scheme, host and port")
	void matches(String entry, String origin) {
		assertThat(OriginPattern.parse(entry).matches(Origin.parse(origin))).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "https://app.example, http://app.example", "https://app.example, https://app.example:8443",
			"https://app.example:8443, https://app.example", "https://app.example, https://a.app.example",
			"https://app.example, https://app.example.evil.com", "https://*.app.example, https://app.example",
			"https://*.app.example, https://evilapp.example", "https://*.app.example, https://a.app.example:8443",
			"https://*.app.example, https://a.app.example.evil.com", "https://*.app.example, http://a.app.example",
			"https://app.example:*, http://app.example:8443", "https://a.b, https://aXb",
			"http://127.0.0.1, http://localhost" })
	@DisplayName("K6: everything else does not match")
	void doesNotMatch(String entry, String origin) {
		assertThat(OriginPattern.parse(entry).matches(Origin.parse(origin))).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			app.example               | write 'https://app.example'
			*.app.example             | write 'https://*.app.example'
			localhost:8080            | write 'https://localhost:8080'
			null                      | no scheme
			https://                  | scheme, host and optionally a port
			https://app.example/path  | scheme, host and optionally a port
			https://x@app.example     | scheme, host and optionally a port
			https://app.example.      | scheme, host and optionally a port
			https://app example       | scheme, host and optionally a port
			https://[::1              | scheme, host and optionally a port
			https://*app.example      | whole sub-domains
			https://a.*.example       | whole sub-domains
			https://*                 | whole sub-domains
			https://*.                | scheme, host and optionally a port
			https://*.*.app.example   | whole sub-domains
			https://app.example:80*   | a number from 1 to 65535
			https://app.example:0     | a number from 1 to 65535
			https://app.example:      | a number from 1 to 65535
			https://*.[::1]           | no sub-domains
			https://straße.example    | 'xn--'
			*://app.example           | scheme is not valid
			http*://app.example       | scheme is not valid
			""")
	@DisplayName("K6: an invalid entry is refused with a sentence that says what to write")
	void invalidEntriesAreExplained(String entry, String sentence) {
		assertThatExceptionOfType(InvalidOriginException.class)
			.isThrownBy(() -> OriginList.parse("realtime.origins.allowed", List.of("https://fine.example", entry)))
			.withMessageContaining("'" + entry + "' in 'realtime.origins.allowed'")
			.withMessageContaining(sentence);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://a\n.example", "https://\u0000", "https://xn--", "https://\ud800.example" })
	void strangeEntriesAreRefusedOrHarmless(String entry) {
		try {
			assertThat(OriginPattern.parse(entry).matches(Origin.parse("https://a.example"))).isFalse();
		}
		catch (IllegalArgumentException ex) {
			assertThat(ex).hasMessageNotContaining("\ud800");
		}
	}

	@Test
	void listsDropWhiteSpaceAndEmptyEntries() {
		OriginList list = OriginList.parse("x", List.of(" https://a.example ", "", "  ", "\thttps://b.example"));
		assertThat(list.patterns()).hasSize(2);
		assertThat(list.matches(Origin.parse("https://b.example"))).isTrue();
		assertThat(OriginList.parse("x", List.of("", " ")).isEmpty()).isTrue();
	}

}
