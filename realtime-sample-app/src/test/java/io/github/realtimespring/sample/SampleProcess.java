/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sample application in a process of its own.
 */
final class SampleProcess implements AutoCloseable {

	static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	private static final Pattern STARTED = Pattern.compile("Tomcat started on ports? (\\d+).*Started SampleApplication",
			Pattern.DOTALL);

	private final Process process;

	private final StringBuffer output = new StringBuffer();

	private final CompletableFuture<Integer> port = new CompletableFuture<>();

	private SampleProcess(Path folder, List<String> command) {
		try {
			this.process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread reader = new Thread(this::read, "sample output");
		reader.setDaemon(true);
		reader.start();
	}

	/** The executable jar that the build made. */
	static Path jar() {
		String jar = System.getProperty("sample.jar");
		if (jar == null || !Files.exists(Path.of(jar))) {
			throw new AssertionError("The sample is not built; this test runs in 'mvn verify'");
		}
		return Path.of(jar);
	}

	static SampleProcess start(Path jar, String... arguments) {
		List<String> command = new ArrayList<>(
				List.of(JAVA, "-XX:TieredStopAtLevel=1", "-jar", jar.toString(), "--server.port=0"));
		command.addAll(List.of(arguments));
		return new SampleProcess(jar.getParent(), command);
	}

	URI url() {
		try {
			return URI.create("http://localhost:" + this.port.get(2, TimeUnit.MINUTES));
		}
		catch (Exception ex) {
			throw new AssertionError("The sample did not start:\n" + this.output, ex);
		}
	}

	String output() {
		return this.output.toString();
	}

	/** Sends SIGTERM and waits for the end. */
	int terminate() throws InterruptedException {
		this.process.destroy();
		if (!this.process.waitFor(1, TimeUnit.MINUTES)) {
			throw new AssertionError("The sample did not end:\n" + this.output);
		}
		return this.process.exitValue();
	}

	private void read() {
		try (var lines = this.process.inputReader(StandardCharsets.UTF_8)) {
			lines.lines().forEach((line) -> {
				this.output.append(line).append('\n');
				Matcher started = STARTED.matcher(this.output);
				if (!this.port.isDone() && started.find()) {
					this.port.complete(Integer.valueOf(started.group(1)));
				}
			});
		}
		catch (IOException | UncheckedIOException ex) {
			this.port.completeExceptionally(ex);
		}
		this.port.completeExceptionally(new IllegalStateException("The process ended"));
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
