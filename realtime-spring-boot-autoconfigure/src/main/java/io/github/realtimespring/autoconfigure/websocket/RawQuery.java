/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.realtimespring.json.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Reads a query string by hand. The container's own parsing would swallow the body of a
 * form, and it guesses where a query is malformed.
 */
final class RawQuery {

	private RawQuery() {
	}

	/**
	 * Parse a query string: percent encoding of UTF-8, {@code +} for a space. As with
	 * AnyCable, a semicolon makes it unreadable, since it once separated parameters.
	 * @param query the raw query string, or {@code null} if there is none
	 * @return the values by name, or {@code null} if the query cannot be read
	 */
	static @Nullable Map<String, List<String>> parse(@Nullable String query) {
		Map<String, List<String>> parameters = new LinkedHashMap<>();
		if (query == null || query.isEmpty()) {
			return parameters;
		}
		if (query.indexOf(';') >= 0) {
			return null;
		}
		for (String pair : query.split("&")) {
			int equals = (pair.indexOf('=') >= 0) ? pair.indexOf('=') : pair.length();
			String name = decode(pair.substring(0, equals));
			String value = decode(pair.substring(Math.min(equals + 1, pair.length())));
			if (name == null || value == null) {
				return null;
			}
			parameters.computeIfAbsent(name, (key) -> new ArrayList<>(1)).add(value);
		}
		return parameters;
	}

	private static @Nullable String decode(String text) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			int octet = (c == '%') ? octet(text, i) : (c == '+') ? ' ' : (c < 0x80) ? c : -1;
			if (octet < 0) {
				return null;
			}
			bytes.write(octet);
			i += (c == '%') ? 2 : 0;
		}
		return Utf8.decode(bytes.toByteArray());
	}

	private static int octet(String text, int percent) {
		if (percent + 2 >= text.length()) {
			return -1;
		}
		int high = hexDigit(text.charAt(percent + 1));
		int low = hexDigit(text.charAt(percent + 2));
		return (high >= 0 && low >= 0) ? (high << 4) | low : -1;
	}

	private static int hexDigit(char c) {
		return (c < 0x80) ? Character.digit(c, 16) : -1;
	}

}
