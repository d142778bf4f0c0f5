/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RawQuery}.
 */
class RawQueryTests {

	@Test
	void valuesAreDecodedAndKeepTheirOrder() {
		assertThat(RawQuery.parse("jid=a.b-c&x=1&jid=2&empty=&flag&p=a%20b+c%2B&n%61me=caf%C3%A9&eq=a=b"))
			.isEqualTo(Map.of("jid", List.of("a.b-c", "2"), "x", List.of("1"), "empty", List.of(""), "flag",
					List.of(""), "p", List.of("a b c+"), "name", List.of("café"), "eq", List.of("a=b")));
	}

	@Test
	void missingAndEmptyQueriesHaveNoParameters() {
		assertThat(RawQuery.parse(null)).isEmpty();
		assertThat(RawQuery.parse("")).isEmpty();
		assertThat(RawQuery.parse("&&")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a;b", "jid=x;y=1", "%", "a=%", "a=%4", "a=%zz", "a=%4g", "%=1", "a=%ff", "a=%c3",
			"a=%ed%a0%80", "a=é", "a=%-1", "a=%+1", "a=%４４" })
	void malformedQueriesCannotBeRead(String query) {
		assertThat(RawQuery.parse(query)).isNull();
	}

}
