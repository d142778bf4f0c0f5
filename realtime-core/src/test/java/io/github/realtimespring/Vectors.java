/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.realtimespring.json.JsonValues;

/**
 * The test vectors: what other programs made with known secrets.
 */
public final class Vectors {

	/** The secret of the vectors that are not from upstream. */
	public static final String SECRET = "0123456789abcdef0123456789abcdef";

	private static final Map<String, ?> ALL = read();

	private Vectors() {
	}

	/**
	 * A text.
	 * @param path the names of the members that lead to it
	 * @return the text
	 */
	public static String text(String... path) {
		return (String) find(path);
	}

	/**
	 * A list of objects whose members are texts.
	 * @param path the names of the members that lead to it
	 * @return the objects
	 */
	@SuppressWarnings("unchecked")
	public static List<Map<String, String>> list(String... path) {
		return (List<Map<String, String>>) find(path);
	}

	private static Object find(String... path) {
		Object value = ALL;
		for (String name : path) {
			value = Objects.requireNonNull(((Map<?, ?>) value).get(name), name);
		}
		return value;
	}

	private static Map<String, ?> read() {
		try (InputStream vectors = Objects.requireNonNull(Vectors.class.getResourceAsStream("/vectors.json"))) {
			String json = new String(vectors.readAllBytes(), StandardCharsets.UTF_8);
			return Objects.requireNonNull(JsonValues.readObject(json));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
