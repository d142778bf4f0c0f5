/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads small JSON texts that came from outside into plain values: {@code Map},
 * {@code List}, {@code String}, {@code Boolean}, numbers and {@code null}. Decimals are
 * exact and may have an exponent of any size: compare them, but never write them out in
 * full. Of members with the same name the last one counts. Depth, length and number size
 * are bounded before anything is allocated for them; no type is ever taken from the text.
 * <p>
 * Stateless and safe from any thread.
 */
public final class JsonValues {

	/** How deep a text may nest. */
	public static final int MAX_DEPTH = 500;

	private static final JsonFactory FACTORY = JsonFactory.builder()
		// bytes are UTF-8 here; else zeros in front would make the parser take them for
		// UTF-16 or UTF-32
		.disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
		.streamReadConstraints(StreamReadConstraints.builder()
			.maxNestingDepth(MAX_DEPTH)
			.maxNumberLength(1000)
			.maxNameLength(8 * 1024)
			.maxStringLength(16 * 1024 * 1024)
			.build())
		.build();

	private static final JsonFactory STRICT_FACTORY = FACTORY.rebuild()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	private JsonValues() {
	}

	/**
	 * The parser factory with this project's bounds.
	 * @return the shared factory
	 */
	public static JsonFactory factory() {
		return FACTORY;
	}

	/**
	 * Read one JSON document.
	 * @param json the text
	 * @return the value, {@code null} for the JSON literal {@code null}
	 * @throws InvalidJsonException if the text is not exactly one JSON document within
	 * the bounds
	 */
	public static @Nullable Object read(String json) {
		return read(FACTORY, json);
	}

	/**
	 * Read one JSON document that leaves nothing open, such as one that was signed:
	 * members that occur twice or are {@code null} make it invalid.
	 * @param json the text
	 * @return the value, {@code null} for the JSON literal {@code null}
	 * @throws InvalidJsonException if the text is not exactly one such document within
	 * the bounds
	 */
	public static @Nullable Object readStrictly(String json) {
		return read(STRICT_FACTORY, json);
	}

	private static @Nullable Object read(JsonFactory factory, String json) {
		try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), json)) {
			return readDocument(parser);
		}
		catch (JacksonException | NumberFormatException ex) {
			// the latter for exponents that no decimal can hold
			throw new InvalidJsonException();
		}
	}

	/**
	 * Read one JSON document that must be an object. Members of it that are {@code null}
	 * are left out.
	 * @param json the text
	 * @return the members in their order, or {@code null} if the text is not a JSON
	 * object
	 */
	@SuppressWarnings("unchecked")
	public static @Nullable Map<String, Object> readObject(String json) {
		try {
			if (read(json) instanceof Map<?, ?> map) {
				map.values().removeIf(Objects::isNull);
				return (Map<String, Object>) map;
			}
			return null;
		}
		catch (InvalidJsonException ex) {
			return null;
		}
	}

	/**
	 * Whether the bytes are valid UTF-8 and exactly one JSON document within the bounds.
	 * Nothing is kept of it.
	 * @param json the UTF-8 bytes
	 * @return {@code true} if the bytes are JSON
	 */
	public static boolean isJson(byte[] json) {
		// parsed as text: given bytes, the parser would also accept UTF-16 or a byte
		// order mark
		String text = Utf8.decode(json);
		if (text == null) {
			return false;
		}
		try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
			if (parser.nextToken() == null) {
				return false;
			}
			parser.skipChildren();
			return parser.nextToken() == null;
		}
		catch (JacksonException ex) {
			return false;
		}
	}

	private static @Nullable Object readDocument(JsonParser parser) {
		if (parser.nextToken() == null) {
			throw new InvalidJsonException();
		}
		Object value = readValue(parser);
		if (parser.nextToken() != null) {
			throw new InvalidJsonException();
		}
		return value;
	}

	private static @Nullable Object readValue(JsonParser parser) {
		return switch (parser.currentToken()) {
			case START_OBJECT -> readMembers(parser);
			case START_ARRAY -> readElements(parser);
			case VALUE_STRING -> parser.getString();
			case VALUE_NUMBER_INT -> readInteger(parser);
			case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
			case VALUE_TRUE -> Boolean.TRUE;
			case VALUE_FALSE -> Boolean.FALSE;
			case VALUE_NULL -> null;
			default -> throw new InvalidJsonException();
		};
	}

	private static Number readInteger(JsonParser parser) {
		boolean big = parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER;
		return big ? parser.getBigIntegerValue() : Long.valueOf(parser.getLongValue());
	}

	private static Map<String, @Nullable Object> readMembers(JsonParser parser) {
		Map<String, @Nullable Object> members = new LinkedHashMap<>();
		while (parser.nextToken() != JsonToken.END_OBJECT) {
			String name = parser.currentName();
			parser.nextToken();
			Object value = readValue(parser);
			if (value == null && parser.isEnabled(StreamReadFeature.STRICT_DUPLICATE_DETECTION)) {
				throw new InvalidJsonException();
			}
			members.put(name, value);
		}
		return members;
	}

	private static List<@Nullable Object> readElements(JsonParser parser) {
		List<@Nullable Object> elements = new ArrayList<>();
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			elements.add(readValue(parser));
		}
		return elements;
	}

}
