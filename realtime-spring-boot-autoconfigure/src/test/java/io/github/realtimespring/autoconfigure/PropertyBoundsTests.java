/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the bounds of the properties.
 */
@ExtendWith(OutputCaptureExtension.class)
class PropertyBoundsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '=', textBlock = """
			realtime.max-connections=-1
			realtime.close-timeout=0s
			realtime.close-timeout=-1s
			realtime.cable.ping-interval=-1s
			realtime.cable.ping-interval=400d
			realtime.cable.pong-timeout=-1ms
			realtime.heartbeat.interval=-1s
			realtime.heartbeat.timeout=0s
			realtime.history.limit=0
			realtime.history.ttl=0s
			realtime.history.ttl=-5m
			realtime.history.max-memory=0B
			realtime.history.max-memory=-1MB
			realtime.inbound.max-message-size=1023B
			realtime.inbound.max-message-size=2GB
			realtime.inbound.max-message-size=-1KB
			realtime.inbound.max-subscriptions=0
			realtime.inbound.max-identifier-length=0B
			realtime.inbound.max-queue=0
			realtime.inbound.rate-limit.messages=-1
			realtime.inbound.rate-limit.window=0s
			realtime.outbound.max-bytes=100B
			realtime.outbound.max-bytes=3GB
			realtime.outbound.write-timeout=0s
			realtime.jwt.clock-skew=-1s
			realtime.shutdown.drain=-1s
			realtime.broadcast.max-batch=0
			realtime.broadcast.max-body-size=0B
			""")
	void valueOutOfBoundsStopsTheStartWithASentence(String property, String value) {
		Runners.web().withPropertyValues(property + "=" + value).run((context) -> {
			assertThat(context).hasFailed();
			assertThat(context.getStartupFailure()).rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class);
			FailureAnalysis analysis = new InvalidPropertyFailureAnalyzer(null).analyze(context.getStartupFailure());
			assertThat(analysis).isNotNull();
			assertThat(analysis.getDescription()).startsWith("The value '")
				.contains("of '" + property + "' is not valid. It must be ")
				.endsWith(".");
			assertThat(analysis.getAction()).isEqualTo("Correct '" + property + "' or remove it to get the default.");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "realtime.cable.ping-interval=0s", "realtime.heartbeat.interval=0s",
			"realtime.shutdown.drain=0s", "realtime.inbound.max-message-size=1KB", "realtime.max-connections=0",
			"realtime.inbound.max-message-size=2147483647B", "realtime.history.limit=1",
			"realtime.inbound.max-subscriptions=1", "realtime.outbound.max-bytes=2147483647B",
			"realtime.history.max-memory=1B", "realtime.history.max-memory=100GB" })
	void boundsThemselvesAreAllowed(String property) {
		Runners.web().withPropertyValues(property).run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void otherPropertiesAreLeftToSpringBoot() {
		assertThat(new InvalidPropertyFailureAnalyzer(null)
			.analyze(new InvalidConfigurationPropertyValueException("server.port", 1, "Too small."))).isNull();
	}

	@Test
	void pingIntervalThatClientsDoNotWaitForIsReported(CapturedOutput output) {
		Runners.web().withPropertyValues("realtime.cable.ping-interval=6s").run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(output).doesNotContain("stock clients");
		});
		Runners.web().withPropertyValues("realtime.cable.ping-interval=30s").run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(output).containsPattern(
					"WARN .*'realtime.cable.ping-interval' is 30 s, but stock clients connect again after 6 s");
		});
	}

	@Test
	void pongTimeoutWithoutPingsIsReported(CapturedOutput output) {
		Runners.web()
			.withPropertyValues("realtime.cable.ping-interval=0s", "realtime.cable.pong-timeout=6s")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(output).containsPattern("WARN .*'realtime.cable.pong-timeout' has no effect");
			});
	}

}
