/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.auth;

import java.util.List;
import java.util.Map;

import io.github.realtimespring.Vectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link DerivedKeys}.
 */
class DerivedKeysTests {

	@ParameterizedTest
	@MethodSource("vectors")
	@DisplayName("A8: the broadcast key is derived as AnyCable derives it")
	void broadcastKeyIsTheOneOfAnyCable(Map<String, String> vector) {
		assertThat(DerivedKeys.broadcastKey(vector.get("secret"))).isEqualTo(vector.get("broadcast"));
	}

	@ParameterizedTest
	@MethodSource("vectors")
	@DisplayName("A8: the API key is derived as AnyCable derives it")
	void apiKeyIsTheOneOfAnyCable(Map<String, String> vector) {
		assertThat(DerivedKeys.apiKey(vector.get("secret"))).isEqualTo(vector.get("api"));
	}

	@Test
	void secretsOutsideAsciiCountAsUtf8() {
		assertThat(DerivedKeys.broadcastKey("пароль")).hasSize(64).isNotEqualTo(DerivedKeys.broadcastKey("??????"));
	}

	@Test
	void nothingIsDerivedFromAnEmptySecret() {
		assertThatIllegalArgumentException().isThrownBy(() -> DerivedKeys.broadcastKey(""));
	}

	static List<Map<String, String>> vectors() {
		return Vectors.list("keys");
	}

}
