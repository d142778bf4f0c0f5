/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The names of all configuration keys. Names are compared as Spring Boot binds them: case
 * and dashes do not matter.
 */
final class KeyNames {

	/** In a known name: any name below it. */
	private static final String ANY = ".*";

	private final Map<String, String> byUniformName = new LinkedHashMap<>();

	KeyNames(List<String> known) {
		known.forEach((name) -> this.byUniformName.put(uniform(name), name));
	}

	boolean contains(String key) {
		String uniform = uniform(key);
		return this.byUniformName.containsKey(uniform) || this.byUniformName.keySet()
			.stream()
			.filter((known) -> known.endsWith(ANY))
			.anyMatch((known) -> uniform.startsWith(known.substring(0, known.length() - 1)));
	}

	/**
	 * Find the name that was probably meant: spelled similarly, or made of the same words
	 * in another order.
	 */
	@Nullable String nearest(String key) {
		String uniform = uniform(key);
		String words = words(key);
		String nearest = null;
		int best = 1 + uniform.length() / 4;
		for (Map.Entry<String, String> known : this.byUniformName.entrySet()) {
			int distance = Math.min(distance(uniform, known.getKey()), distance(words, words(known.getValue())));
			if (distance < best) {
				best = distance;
				nearest = known.getValue();
			}
		}
		return nearest;
	}

	private static String uniform(String name) {
		return name.replaceAll("\\[[^]]*]", "").replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
	}

	private static String words(String name) {
		return Arrays.stream(name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT).split("[-._\\[\\]]"))
			.sorted()
			.collect(Collectors.joining());
	}

	/** Levenshtein's. */
	private static int distance(String one, String other) {
		int[] row = new int[other.length() + 1];
		Arrays.setAll(row, (i) -> i);
		for (int i = 1; i <= one.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= other.length(); j++) {
				int cost = (one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1;
				int next = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + cost);
				diagonal = row[j];
				row[j] = next;
			}
		}
		return row[other.length()];
	}

}
