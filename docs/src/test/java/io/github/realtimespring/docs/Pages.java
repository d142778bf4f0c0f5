/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The pages of the documentation, and what is in them.
 */
final class Pages {

	static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

	private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

	private static final Pattern SNIPPET = Pattern.compile("<!-- snippet: (\\S+) -->\n```\\w+\n(.*?)```",
			Pattern.DOTALL);

	private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

	private Pages() {
	}

	static Stream<Path> all() {
		try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"), 2); Stream<Path> top = Files.list(ROOT)) {
			return Stream.concat(top, docs)
				.filter((page) -> page.toString().endsWith(".md"))
				.sorted()
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String text(Path page) {
		try {
			return Files.readString(page);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<Snippet> snippets(Path page) {
		return matches(SNIPPET, page).map((match) -> new Snippet(match.group(1), match.group(2))).toList();
	}

	static List<String> blocks(Path page, String language) {
		return matches(BLOCK, page).filter((match) -> match.group(1).equals(language))
			.map((match) -> match.group(2))
			.toList();
	}

	static List<String> links(Path page) {
		return matches(LINK, page).map((match) -> match.group(1)).toList();
	}

	private static Stream<MatchResult> matches(Pattern pattern, Path page) {
		return pattern.matcher(text(page)).results();
	}

	/**
	 * A block that shows a file.
	 *
	 * @param file the file, from the root of the repository
	 * @param text what the page shows
	 */
	record Snippet(String file, String text) {
	}

}
