/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.sample;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs tests that are written in JavaScript, in {@code src/test/js}. Whatever they need
 * and the machine lacks makes them fail.
 */
final class NodeTests {

	private static final Path SOURCES = Path.of("src/test/js").toAbsolutePath();

	private static final Path REPORTS = Path.of("target/node-reports").toAbsolutePath();

	private NodeTests() {
	}

	static void run(String file) throws IOException, InterruptedException {
		require("node");
		installDependencies();
		Files.createDirectories(REPORTS);
		execute("The tests of " + file + " failed", "node", "--test", "--test-reporter=spec",
				"--test-reporter-destination=stdout", "--test-reporter=junit",
				"--test-reporter-destination=" + REPORTS.resolve("TEST-" + file + ".xml"), file);
	}

	private static synchronized void installDependencies() throws IOException, InterruptedException {
		Path installed = SOURCES.resolve("node_modules/.package-lock.json");
		Path wanted = SOURCES.resolve("package-lock.json");
		if (!Files.exists(installed)
				|| Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(wanted)) < 0) {
			require("npm");
			execute("The npm packages could not be installed", "npm", "ci", "--no-progress", "--ignore-scripts");
		}
	}

	private static void require(String program) {
		boolean found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
			.anyMatch((folder) -> Files.isExecutable(Path.of(folder, program)));
		if (!found) {
			throw new AssertionError(program + " is not installed; './verify' installs what the tests need");
		}
	}

	private static void execute(String failure, String... command) throws IOException, InterruptedException {
		Path output = Files.createTempFile("node-tests", ".txt");
		ProcessBuilder builder = new ProcessBuilder(command).directory(SOURCES.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile());
		builder.environment().put("SAMPLE_JAR", SampleProcess.jar().toString());
		builder.environment().put("JAVA", SampleProcess.JAVA);
		Process process = builder.start();
		try {
			boolean ended = process.waitFor(8, TimeUnit.MINUTES);
			String text = Files.readString(output, StandardCharsets.UTF_8);
			System.out.println(text);
			if (!ended || process.exitValue() != 0) {
				throw new AssertionError((ended ? failure : failure + ": out of time") + "\n" + text);
			}
		}
		finally {
			List<ProcessHandle> started = new ArrayList<>(process.descendants().toList());
			started.add(process.toHandle());
			started.forEach(ProcessHandle::destroyForcibly);
			Files.delete(output);
		}
	}

}
