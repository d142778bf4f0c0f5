/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.docs;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page shows what is there.
 */
class PagesTests {

	private static final Pattern KEY = Pattern.compile("\"name\": \"(realtime\\.[^\"]+)\"");

	static Stream<Path> pages() {
		return Pages.all();
	}

	@ParameterizedTest
	@MethodSource("pages")
	void snippetsAreShownAsTheyAre(Path page) {
		for (Pages.Snippet snippet : Pages.snippets(page)) {
			assertThat(Pages.text(Pages.ROOT.resolve(snippet.file()))).as(snippet.file()).contains(snippet.text());
		}
	}

	@ParameterizedTest
	@MethodSource("pages")
	void linksLeadSomewhere(Path page) {
		for (String link : Pages.links(page)) {
			if (link.startsWith("http")) {
				continue;
			}
			int anchor = link.indexOf('#');
			Path target = (anchor == 0) ? page
					: page.resolveSibling((anchor < 0) ? link : link.substring(0, anchor)).normalize();
			assertThat(target).as(link).exists();
			if (anchor >= 0) {
				assertThat(anchors(target)).as(link).contains(link.substring(anchor + 1));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("pages")
	void yamlNamesKeysThatExist(Path page) throws IOException {
		Set<String> known = keys();
		for (String yaml : Pages.blocks(page, "yaml")) {
			List<PropertySource<?>> sources = new YamlPropertySourceLoader().load("page",
					new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)));
			for (PropertySource<?> source : sources) {
				for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
					if (name.startsWith("realtime.")) {
						assertThat(known).as(yaml).contains(name.replaceAll("\\[\\d+]", ""));
					}
				}
			}
		}
	}

	@Test
	void javaSnippetsCompile(@TempDir Path classes) throws IOException {
		try (Stream<Path> snippets = Files.walk(Pages.ROOT.resolve("docs/snippets"))) {
			List<Path> sources = snippets.filter((file) -> file.toString().endsWith(".java")).toList();
			assertThat(sources).isNotEmpty();
			for (Path source : sources) {
				assertThat(ToolProvider.getSystemJavaCompiler()
					.run(null, null, null, "-Xlint:all", "-Werror", "-proc:none", "-parameters", "-cp",
							System.getProperty("java.class.path"), "-d", classes.toString(), source.toString()))
					.as(source.getFileName().toString())
					.isZero();
			}
		}
	}

	private static Set<String> anchors(Path page) {
		return Pages.text(page)
			.lines()
			.filter((line) -> line.startsWith("#"))
			.map((line) -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
			.map((title) -> title.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
			.collect(Collectors.toSet());
	}

	private static Set<String> keys() throws IOException {
		Set<String> keys = new TreeSet<>();
		for (URL metadata : Collections.list(PagesTests.class.getClassLoader()
			.getResources("META-INF/spring-configuration-metadata.json"))) {
			try (var in = metadata.openStream()) {
				KEY.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
					.results()
					.forEach((match) -> keys.add(match.group(1)));
			}
		}
		return keys;
	}

}
