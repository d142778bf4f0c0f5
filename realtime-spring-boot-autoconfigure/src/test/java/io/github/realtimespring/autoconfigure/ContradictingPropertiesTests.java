/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for properties that do not go together.
 */
class ContradictingPropertiesTests {

	@Test
	void publicAndEnforcedTokens() {
		assertStops(Runners.web().withPropertyValues("realtime.public=true", "realtime.jwt.enforce=true"),
				"'realtime.public'", "'realtime.jwt.enforce'");
		assertStarts("realtime.public=true");
		assertStarts("realtime.public=true", "realtime.jwt.enforce=false");
		assertStarts("realtime.jwt.enforce=true");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/_broadcast", "/cable,/_broadcast", "/{any}", "/api/*", "/**" })
	void cableWhereOthersPublish(String path) {
		assertStops(Runners.web().withPropertyValues("realtime.cable.path=" + path), "'realtime.cable.path'",
				"where publications are taken");
	}

	@Test
	void cableElsewhere() {
		assertStarts("realtime.cable.path=/cable,/{tenant}/cable,/cable/**");
		assertStarts("realtime.cable.path=/_broadcast", "realtime.broadcast.enabled=false");
		assertStarts("realtime.cable.path=/_broadcast", "realtime.broadcast.key=none");
	}

	@Test
	void publishersPortThatIsTaken() {
		assertStops(Runners.web().withPropertyValues("realtime.broadcast.port=8080"), "'realtime.broadcast.port'",
				"'server.port' are both 8080");
		assertStops(Runners.web().withPropertyValues("realtime.broadcast.port=9090", "management.server.port=9090"),
				"'realtime.broadcast.port'", "'management.server.port' are both 9090");
		assertStarts("realtime.broadcast.port=8080", "server.port=8081");
		assertStarts("realtime.broadcast.port=0", "server.port=0");
	}

	private static void assertStarts(String... properties) {
		Runners.web().withPropertyValues(properties).run((context) -> assertThat(context).hasNotFailed());
	}

	private static void assertStops(WebApplicationContextRunner runner, String... explained) {
		runner.run((context) -> {
			assertThat(context).hasFailed();
			FailureAnalysis analysis = new ContradictingPropertiesFailureAnalyzer()
				.analyze(context.getStartupFailure());
			assertThat(analysis).isNotNull();
			assertThat(analysis.getDescription()).contains(explained).endsWith(".");
			assertThat(analysis.getAction()).contains("realtime.").endsWith(".");
		});
	}

}
