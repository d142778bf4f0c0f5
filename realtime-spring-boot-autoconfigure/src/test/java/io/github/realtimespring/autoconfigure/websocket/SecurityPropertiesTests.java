/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SecurityProperties}.
 */
class SecurityPropertiesTests {

	@ParameterizedTest
	@CsvSource({ "auto, true", "message, true", "http, false", "AUTO, true", "HTTP, false", ", true" })
	@DisplayName("A5: cable endpoints refuse by a message unless told otherwise")
	void a5CableEndpointsRefuseByAMessage(String value, boolean message) {
		MockEnvironment environment = new MockEnvironment();
		if (value != null) {
			environment.withProperty("realtime.security.reject-with", value);
		}
		SecurityProperties properties = Binder.get(environment)
			.bindOrCreate("realtime.security", SecurityProperties.class);
		assertThat(properties.cableRejectsWithMessage()).isEqualTo(message);
	}

}
