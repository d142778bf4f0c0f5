/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what the documentation and the check of unknown keys say about configuration
 * keys. Both are made from the metadata that the compiler made of the properties. The
 * tables of the page stand between comments, the words around them are written by hand.
 */
final class ConfigurationPage {

	static final String COMMAND = "mvn -pl realtime-core,realtime-spring-boot-autoconfigure test "
			+ "-Dtest=ConfigurationPageTests -Ddocs.write";

	static final Path PAGE = Path.of("..", "docs", "configuration.md");

	static final Path KEYS = Path.of("src", "main", "resources", "META-INF", "realtime", "configuration-keys");

	private static final Pattern SECTION = Pattern.compile("(<!-- keys: (\\S+) -->\\n).*?(<!-- end -->)",
			Pattern.DOTALL);

	private final JsonNode metadata;

	private final List<ConfigurationKey> keys;

	ConfigurationPage() {
		this.metadata = new JsonMapper()
			.readTree(read(classes().resolve("META-INF/spring-configuration-metadata.json")));
		this.keys = StreamSupport.stream(this.metadata.path("properties").spliterator(), false)
			.map(ConfigurationKey::of)
			.sorted(Comparator.comparing(ConfigurationKey::name))
			.toList();
	}

	List<ConfigurationKey> keys() {
		return this.keys;
	}

	JsonNode hints() {
		return this.metadata.path("hints");
	}

	/** The page with the tables as they should be. */
	String page(String before) {
		return SECTION.matcher(before)
			.replaceAll((match) -> Matcher.quoteReplacement(match.group(1) + table(match.group(2)) + match.group(3)));
	}

	/** The names of the groups that the page has tables of. */
	List<String> sections(String page) {
		List<String> sections = new ArrayList<>();
		Matcher matcher = SECTION.matcher(page);
		while (matcher.find()) {
			sections.add(matcher.group(2));
		}
		return sections;
	}

	/** The file of known keys as it should be. */
	String keysFile() {
		return this.keys.stream()
			.map(ConfigurationKey::pattern)
			.filter((name) -> name.startsWith("realtime."))
			.collect(Collectors.joining("\n", "", "\n"));
	}

	private String table(String group) {
		String rows = this.keys.stream()
			.filter((key) -> key.group().equals(group))
			.map(ConfigurationPage::row)
			.collect(Collectors.joining());
		return "| key | default | |\n|---|---|---|\n" + rows;
	}

	private static String row(ConfigurationKey key) {
		String defaultValue = key.defaultValue().isEmpty() ? "" : "`" + key.defaultValue() + "`";
		String description = (key.description() + key.values()).replace("|", "\\|");
		return "| `" + key.name() + "` | " + defaultValue + " | " + description + " |\n";
	}

	static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path classes() {
		try {
			return Path.of(RealtimeProperties.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
