/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import io.github.realtimespring.json.JsonValues;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the snippets of {@code docs/broadcasting.md}: executed, and equal to what the
 * page shows.
 */
class PublishSnippetsTests {

	private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

	private static final Pattern SNIPPET = Pattern.compile("<!-- snippet: (\\S+) -->\n```\\w+\n(.*?)```",
			Pattern.DOTALL);

	/** The page goes without it. */
	private static final Pattern LICENCE = Pattern.compile("\\A/\\*.*?\\*/\n\n", Pattern.DOTALL);

	private static TestServer server;

	@BeforeAll
	static void start() {
		server = TestServer.tomcat("realtime.secret=" + TestServer.SECRET);
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@BeforeEach
	void reset() {
		server.published().reset();
	}

	@ParameterizedTest
	@MethodSource("publishers")
	void a28SnippetPublishes(List<String> command) throws Exception {
		String text = "it's \"quoted\" \\ <ж>";
		Result result = run(command, TestServer.SECRET, "room/\"1\"", text);
		assertThat(result.output()).endsWith("201\n");
		assertThat(result.exitCode()).isZero();
		assertThat(server.published().publications()).singleElement().satisfies((publication) -> {
			assertThat(publication.stream()).isEqualTo("room/\"1\"");
			assertThat(JsonValues.readObject(new String(publication.payload().bytes(), StandardCharsets.UTF_8)))
				.containsEntry("text", text);
		});
	}

	@ParameterizedTest
	@MethodSource("publishers")
	void a28SnippetShowsWhyItFails(List<String> command) throws Exception {
		Result result = run(command, "another secret that is long enough", "room/1", "x");
		assertThat(result.output()).contains("401", "'realtime.broadcast.key'");
		assertThat(result.exitCode()).isNotZero();
		assertThat(server.published().publications()).isEmpty();
	}

	@Test
	void a29NothingButBashOpensslAndCurlIsNeeded() throws Exception {
		assertThat(run(List.of("bash", snippet("publish.sh")), TestServer.SECRET).output()).endsWith("201\n");
		assertThat(server.published().messages()).containsExactly("room/42 JSON {\"text\":\"Hi\"}");
	}

	@Test
	void javaSnippetCompiles(@TempDir Path classes) {
		assertThat(ToolProvider.getSystemJavaCompiler()
			.run(null, null, null, "-Xlint:all", "-Werror", "-proc:none", "-cp", System.getProperty("java.class.path"),
					"-d", classes.toString(), snippet("Publishing.java")))
			.isZero();
	}

	@Test
	void pageShowsTheSnippetsAsTheyAre() throws IOException {
		Matcher matcher = SNIPPET.matcher(Files.readString(ROOT.resolve("docs/broadcasting.md")));
		int snippets = 0;
		while (matcher.find()) {
			assertThat(matcher.group(2)).as(matcher.group(1))
				.isEqualTo(LICENCE.matcher(Files.readString(ROOT.resolve(matcher.group(1)))).replaceFirst(""));
			snippets++;
		}
		assertThat(snippets).isEqualTo(6);
	}

	private static Stream<List<String>> publishers() {
		return Stream.of(List.of("bash", snippet("publish.sh")), List.of("python3", snippet("publish.py")),
				List.of("node", snippet("publish.mjs")), List.of("php", snippet("publish.php")),
				List.of("ruby", snippet("publish.rb")));
	}

	private static String snippet(String name) {
		return ROOT.resolve("docs/snippets").resolve(name).toString();
	}

	private static Result run(List<String> command, String secret, String... arguments) throws Exception {
		ProcessBuilder builder = new ProcessBuilder(Stream.concat(command.stream(), Stream.of(arguments)).toList());
		builder.environment().put("REALTIME_SECRET", secret);
		builder.environment().put("REALTIME_URL", "http://127.0.0.1:" + server.port());
		builder.environment().put("LC_ALL", "C.UTF-8");
		Process process = builder.redirectErrorStream(true).start();
		process.getOutputStream().close();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		return new Result(process.exitValue(), output);
	}

	private record Result(int exitCode, String output) {
	}

}
