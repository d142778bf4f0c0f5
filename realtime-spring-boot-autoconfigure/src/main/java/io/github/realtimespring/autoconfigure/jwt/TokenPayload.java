/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import java.util.Map;

import io.github.realtimespring.json.JsonValues;
import io.github.realtimespring.json.Utf8;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the payload of a token. Claims that occur twice make it unusable: two readers
 * could see different ones. So does a time that is {@code null}: read as absent, it would
 * make a token that never runs out.
 */
final class TokenPayload {

	private static final JsonFactory FACTORY = JsonValues.factory()
		.rebuild()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	private TokenPayload() {
	}

	/**
	 * Read a payload.
	 * @param payload the bytes
	 * @return the claims, or {@code null} if the bytes are not a JSON object in UTF-8
	 */
	static @Nullable TokenClaims read(byte[] payload) {
		String json = Utf8.decode(payload);
		Map<String, Object> values = (json != null) ? JsonValues.readObject(json) : null;
		try {
			return (json != null && values != null) ? claims(json, values) : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static @Nullable TokenClaims claims(String json, Map<String, Object> values) {
		String identifiers = null;
		try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
			parser.nextToken();
			while (parser.nextToken() != JsonToken.END_OBJECT) {
				String name = parser.currentName();
				JsonToken token = parser.nextToken();
				if (token == JsonToken.VALUE_NULL && NumericDate.NAMES.contains(name)) {
					return null;
				}
				boolean ext = TokenClaims.EXT.equals(name);
				if (ext && token == JsonToken.VALUE_STRING) {
					identifiers = parser.getString();
				}
				int start = (int) parser.currentTokenLocation().getCharOffset();
				parser.skipChildren();
				if (ext && token == JsonToken.START_OBJECT) {
					identifiers = compact(json.substring(start, (int) parser.currentLocation().getCharOffset()));
				}
			}
		}
		return new TokenClaims(values, identifiers);
	}

	/** Drops the white space between tokens and leaves everything else as it is. */
	private static String compact(String json) {
		StringBuilder compact = new StringBuilder(json.length());
		boolean quoted = false;
		for (int i = 0; i < json.length(); i++) {
			char c = json.charAt(i);
			if (quoted && c == '\\') {
				compact.append(c).append(json.charAt(++i));
			}
			else if (quoted || c > ' ') {
				quoted ^= (c == '"');
				compact.append(c);
			}
		}
		return compact.toString();
	}

}
