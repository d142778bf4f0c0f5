/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.auth;

import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Identity}.
 */
class IdentityTests {

	@Test
	@DisplayName("A2: identifiers have a parsed view")
	void identifiersHaveAParsedView() {
		assertThat(Identity.of("{\"user_id\": 42}").view()).isEqualTo(Map.of("user_id", 42L));
	}

	@Test
	void viewOfIdentifiersThatAreNoObjectIsEmpty() {
		assertThat(Identity.of("").view()).isEmpty();
		assertThat(Identity.of("42").view()).isEmpty();
		assertThat(Identity.of("{\"user_id\":").view()).isEmpty();
	}

	@Test
	void textTellsNothingAboutTheUser() {
		assertThat(Identity.of("{\"user_id\":42}", "jack")).asString().doesNotContain("42", "jack");
	}

}
