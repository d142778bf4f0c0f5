/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.github.realtimespring.json.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * Writes a decoded claim as compact JSON, members in the order of the map.
 */
final class CompactJson {

	private CompactJson() {
	}

	static String write(@Nullable Object value) {
		if (value instanceof Map<?, ?> map) {
			return map.entrySet()
				.stream()
				.map((entry) -> JsonText.quote(String.valueOf(entry.getKey())) + ":" + write(entry.getValue()))
				.collect(Collectors.joining(",", "{", "}"));
		}
		if (value instanceof Iterable<?> elements) {
			Stream<?> stream = StreamSupport.stream(elements.spliterator(), false);
			return stream.map(CompactJson::write).collect(Collectors.joining(",", "[", "]"));
		}
		boolean literal = value == null || value instanceof Number || value instanceof Boolean;
		return literal ? String.valueOf(value) : JsonText.quote(String.valueOf(value));
	}

}
