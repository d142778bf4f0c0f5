/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the metadata of the configuration keys and for what is made from it. With
 * {@code -Ddocs.write} these are written first.
 */
class ConfigurationPageTests {

	private final ConfigurationPage page = new ConfigurationPage();

	@Test
	void everyKeyHasATypeAndASentence() {
		assertThat(this.page.keys()).hasSizeGreaterThan(60).allSatisfy((key) -> {
			assertThat(key.type()).as(key.name()).isNotEmpty();
			assertThat(key.description()).as(key.name()).matches("[A-Z0-9].*\\.");
		});
	}

	@Test
	void hintsNameKeysThatExistAndEveryConstantOfAnEnum() {
		List<String> names = this.page.keys().stream().map(ConfigurationKey::name).toList();
		assertThat(this.page.hints()).isNotEmpty().allSatisfy((hint) -> {
			assertThat(names).contains(hint.path("name").asString());
			assertThat(hint.path("values"))
				.allSatisfy((value) -> assertThat(value.path("description").asString("")).matches("[A-Z].*\\."));
		});
		assertThat(this.page.keys()).filteredOn((key) -> key.type().startsWith("io.github.realtimespring"))
			.isNotEmpty()
			.allSatisfy((key) -> assertThat(hints(key)).as(key.name()).isEqualTo(key.values()));
	}

	@Test
	void pageListsEveryKey() throws IOException {
		check(ConfigurationPage.PAGE, this.page.page(ConfigurationPage.read(ConfigurationPage.PAGE)));
		assertThat(this.page.sections(ConfigurationPage.read(ConfigurationPage.PAGE)))
			.as("Add '<!-- keys: the.group -->' and '<!-- end -->' to docs/configuration.md for each")
			.containsAll(this.page.keys().stream().map(ConfigurationKey::group).collect(Collectors.toSet()));
	}

	@Test
	void keysThatAreKnownAtRunTimeAreCurrent() throws IOException {
		check(ConfigurationPage.KEYS, this.page.keysFile());
	}

	private static void check(Path file, String expected) throws IOException {
		if (Boolean.parseBoolean(System.getProperty("docs.write"))) {
			Files.createDirectories(file.getParent());
			Files.writeString(file, expected);
		}
		assertThat(ConfigurationPage.read(file))
			.as("%s is out of date. Run: %s", file.getFileName(), ConfigurationPage.COMMAND)
			.isEqualTo(expected);
	}

	private String hints(ConfigurationKey key) {
		for (JsonNode hint : this.page.hints()) {
			if (hint.path("name").asString().equals(key.name())) {
				return Arrays.stream(hint.path("values").valueStream().toArray(JsonNode[]::new))
					.map((value) -> value.path("value").asString())
					.collect(Collectors.joining("`, `", " One of `", "`."));
			}
		}
		return "no hints";
	}

}
