/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link StreamName}.
 */
class StreamNameTests {

	@Test
	void anythingButNothingAndTooMuchIsAName() {
		assertThat(StreamName.isValid("x")).isTrue();
		assertThat(StreamName.isValid("__proto__")).isTrue();
		assertThat(StreamName.isValid("x".repeat(SignedStreamService.MAX_NAME_LENGTH))).isTrue();
		assertThat(StreamName.isValid("")).isFalse();
		assertThat(StreamName.isValid("x".repeat(SignedStreamService.MAX_NAME_LENGTH + 1))).isFalse();
	}

	@Test
	void refusalDoesNotRepeatTheName() {
		String name = "secret".repeat(1000);
		assertThatIllegalArgumentException().isThrownBy(() -> StreamName.requireValid(name))
			.withMessageNotContaining("secret");
	}

}
