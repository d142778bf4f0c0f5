/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Follows the Dockerfile step by step, without a Docker engine.
 */
class DockerfileIT {

	@TempDir
	Path folder;

	private List<String> lines;

	@BeforeEach
	void read() throws IOException {
		this.lines = Files.readAllLines(Path.of("Dockerfile"));
	}

	@Test
	void imageThatTheDockerfileDescribesStartsAndEndsOnSigterm() throws Exception {
		Path layers = Files.createDirectories(this.folder.resolve("layers"));
		Files.copy(SampleProcess.jar(), layers.resolve("app.jar"));
		run(layers, exec("RUN"));
		Path app = Files.createDirectories(this.folder.resolve("app"));
		for (MatchResult copy : find("COPY --from=layers /layers/(\\S+)/ \\./")) {
			FileSystemUtils.copyRecursively(layers.resolve(copy.group(1)), app);
		}
		assertThat(exec("ENTRYPOINT")).containsExactly("java", "-jar", "app.jar");
		try (SampleProcess sample = SampleProcess.start(app.resolve("app.jar"))) {
			assertThat(new Visitor(sample.url()).get("/actuator/health/readiness").statusCode()).isEqualTo(200);
			assertThat(sample.terminate()).isEqualTo(143);
		}
	}

	@Test
	void everyLayerOfTheJarIsCopied() throws Exception {
		Path layers = Files.createDirectories(this.folder.resolve("layers"));
		Files.copy(SampleProcess.jar(), layers.resolve("app.jar"));
		run(layers, exec("RUN"));
		try (Stream<Path> extracted = Files.list(layers.resolve("extracted"))) {
			List<String> names = extracted.map((layer) -> "extracted/" + layer.getFileName()).toList();
			assertThat(find("COPY --from=layers /layers/(\\S+)/ \\./")).extracting((copy) -> copy.group(1))
				.containsExactlyInAnyOrderElementsOf(names);
		}
	}

	@Test
	void doesNotRunAsRoot() {
		assertThat(find("USER (\\d+):\\d+")).singleElement()
			.satisfies((user) -> assertThat(user.group(1)).isNotEqualTo("0"));
	}

	private List<MatchResult> find(String line) {
		Pattern pattern = Pattern.compile(line);
		return this.lines.stream().flatMap((candidate) -> pattern.matcher(candidate).results()).toList();
	}

	/** An instruction in its exec form, which no shell stands in the way of. */
	private List<String> exec(String instruction) {
		List<MatchResult> found = find("^" + instruction + " (\\[.*])$");
		assertThat(found).as(instruction).hasSize(1);
		return List.of(new JsonMapper().readValue(found.get(0).group(1), String[].class));
	}

	private static void run(Path folder, List<String> command) throws IOException, InterruptedException {
		List<String> withThisJava = Stream.concat(Stream.of(SampleProcess.JAVA), command.stream().skip(1)).toList();
		assertThat(command.get(0)).isEqualTo("java");
		ProcessBuilder builder = new ProcessBuilder(withThisJava).directory(folder.toFile()).inheritIO();
		assertThat(builder.start().waitFor()).isZero();
	}

}
