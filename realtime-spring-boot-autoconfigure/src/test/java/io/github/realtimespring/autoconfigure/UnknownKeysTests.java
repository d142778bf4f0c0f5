/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UnknownKeys} and {@link KeyNames}.
 */
@ExtendWith(OutputCaptureExtension.class)
class UnknownKeysTests {

	@ParameterizedTest
	@CsvSource({ "realtime.secert, realtime.secret", "realtime.jwt.enforced, realtime.jwt.enforce",
			"realtime.cable.paths[0], realtime.cable.path", "realtime.allowed-origins, realtime.origins.allowed",
			"realtime.cable.pingIntervall, realtime.cable.ping-interval",
			"realtime.broadcast.lenent, realtime.broadcast.lenient" })
	void keyThatIsSpelledWronglyIsReportedWithTheRightOne(String wrong, String right, CapturedOutput output) {
		warn(Map.of(wrong, "a-secret-value"));
		assertThat(output)
			.containsPattern("WARN .*The configuration property '" + Pattern.quote(wrong)
					+ "' is unknown and has no effect\\. Did you mean '" + right + "'\\?")
			.doesNotContain("a-secret-value");
	}

	@Test
	void keyThatResemblesNoOtherIsReportedWithoutASuggestion(CapturedOutput output) {
		warn(Map.of("realtime.quantum-entanglement", "on"));
		assertThat(output).containsOnlyOnce("'realtime.quantum-entanglement' is unknown and has no effect.")
			.doesNotContain("Did you mean");
	}

	@ParameterizedTest
	@ValueSource(strings = { "realtime.secret", "realtime.cable.path", "realtime.cable.path[0]",
			"realtime.cable.pingInterval", "realtime.cable.ping_interval", "realtime.CABLE.PATH",
			"realtime.inbound.rate-limit.messages", "real.time.secret", "realtimes.secret" })
	void keyThatIsKnownOrNotOursIsNotReported(String key, CapturedOutput output) {
		warn(Map.of(key, "x"));
		assertThat(output).doesNotContain("is unknown");
	}

	@ParameterizedTest
	@ValueSource(strings = { "realtime.redis.prefix", "realtime.sessions.ttl", "realtime.history.streams.chat.limit" })
	void keyOfALaterVersionIsReportedAsSuch(String key, CapturedOutput output) {
		warn(Map.of(key, "x"));
		assertThat(output).contains("'" + key + "' has no effect in this version");
	}

	@Test
	void environmentVariablesAreNotLookedAt(CapturedOutput output) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("variables", Map.of("realtime.secert", "x")));
		UnknownKeys.of(null).warn(environment);
		assertThat(output).doesNotContain("is unknown");
	}

	@Test
	void keyThatTheApplicationDescribesIsItsOwn(CapturedOutput output, @TempDir Path directory) throws IOException {
		Path metadata = Files.createDirectories(directory.resolve("META-INF"))
			.resolve("spring-configuration-metadata.json");
		Files.writeString(metadata, """
				{"properties":[{"name":"realtime.own.key","type":"java.lang.String"}]}""");
		StandardEnvironment environment = environment(Map.of("realtime.own.key", "x", "realtime.own.kee", "x"));
		try (URLClassLoader classLoader = new URLClassLoader(new URL[] { directory.toUri().toURL() },
				getClass().getClassLoader())) {
			new UnknownKeys(classLoader).warn(environment);
		}
		assertThat(output).contains("'realtime.own.kee' is unknown").doesNotContain("'realtime.own.key'");
	}

	@Test
	void withoutTheListOfKeysNothingIsReported(CapturedOutput output) {
		ClassLoader classLoader = new FilteredClassLoader(
				new ClassPathResource("META-INF/realtime/configuration-keys"));
		new UnknownKeys(classLoader).warn(environment(Map.of("realtime.secert", "x")));
		assertThat(output).doesNotContain("is unknown");
	}

	@Test
	void startThatFailsBecauseOfTheMistakeReportsItFirst(CapturedOutput output) {
		Runners.withoutSecret().withPropertyValues("realtime.secert=" + Runners.SECRET).run((context) -> {
			assertThat(context).hasFailed();
			assertThat(output).containsOnlyOnce("Did you mean 'realtime.secret'?").doesNotContain(Runners.SECRET);
		});
	}

	@Test
	void whenDisabledNothingIsReported(CapturedOutput output) {
		Runners.web()
			.withPropertyValues("realtime.enabled=false", "realtime.secert=x")
			.run((context) -> assertThat(output).doesNotContain("is unknown"));
	}

	@Test
	void namesOfMapsStandForAllBelowThem() {
		KeyNames names = new KeyNames(List.of("realtime.map.*"));
		assertThat(names.contains("realtime.map.any.thing")).isTrue();
		assertThat(names.contains("realtime.mapped")).isFalse();
	}

	private static void warn(Map<String, Object> properties) {
		UnknownKeys.of(null).warn(environment(properties));
	}

	private static StandardEnvironment environment(Map<String, Object> properties) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
		return environment;
	}

}
