/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.util.ArrayList;
import java.util.List;

/**
 * A list of allowed origins from one source.
 *
 * @param patterns the entries
 * @param any whether every origin is allowed
 */
record OriginList(List<OriginPattern> patterns, boolean any) {

	static final OriginList EMPTY = new OriginList(List.of(), false);

	/**
	 * Parse a list. White space around entries and empty entries are dropped.
	 * @param source what the list is called in messages
	 * @param entries the entries
	 * @return the list
	 * @throws InvalidOriginException if an entry is not valid
	 */
	static OriginList parse(String source, List<String> entries) {
		List<OriginPattern> patterns = new ArrayList<>();
		boolean any = false;
		for (String entry : entries) {
			String text = entry.trim();
			if (OriginPattern.WILDCARD.equals(text)) {
				any = true;
			}
			else if (!text.isEmpty()) {
				patterns.add(parse(source, text));
			}
		}
		return new OriginList(List.copyOf(patterns), any);
	}

	private static OriginPattern parse(String source, String entry) {
		try {
			return OriginPattern.parse(entry);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidOriginException(source, entry, ex.getMessage());
		}
	}

	boolean isEmpty() {
		return !this.any && this.patterns.isEmpty();
	}

	boolean matches(Origin origin) {
		return this.any || this.patterns.stream().anyMatch((pattern) -> pattern.matches(origin));
	}

}
