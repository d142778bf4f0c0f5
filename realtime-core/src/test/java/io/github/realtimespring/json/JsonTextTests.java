/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.json;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JsonText}.
 */
class JsonTextTests {

	@Test
	void quotesAsJavaScriptDoes() {
		assertThat(JsonText.quote("")).isEqualTo("\"\"");
		assertThat(JsonText.quote("chat/1")).isEqualTo("\"chat/1\"");
		assertThat(JsonText.quote("a\"b\\c")).isEqualTo("\"a\\\"b\\\\c\"");
		assertThat(JsonText.quote("\b\f\n\r\t")).isEqualTo("\"\\b\\f\\n\\r\\t\"");
		assertThat(JsonText.quote("\u0000\u001f")).isEqualTo("\"\\u0000\\u001f\"");
		assertThat(JsonText.quote("<&>\u007f\u2028é日")).isEqualTo("\"<&>\u007f\u2028é日\"");
	}

	@Test
	void keepsPairsAndEscapesLoneSurrogates() {
		assertThat(JsonText.quote("😀")).isEqualTo("\"😀\"");
		assertThat(JsonText.quote("\ud83d")).isEqualTo("\"\\ud83d\"");
		assertThat(JsonText.quote("\ude00x")).isEqualTo("\"\\ude00x\"");
		assertThat(JsonText.quote("\ud83d\ud83d\ude00")).isEqualTo("\"\\ud83d😀\"");
		assertThat(JsonText.quote("\ude00\ud83d")).isEqualTo("\"\\ude00\\ud83d\"");
	}

	@Test
	void bytesAreStrictUtf8EvenForLoneSurrogates() {
		assertThat(Utf8.isValid(JsonText.quoteToBytes("a\ud800b😀"))).isTrue();
		assertThat(JsonText.quoteToBytes("é")).isEqualTo("\"é\"".getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void everyTextSurvivesQuotingAndReading() {
		Random random = new Random(1);
		for (int i = 0; i < 2_000; i++) {
			StringBuilder text = new StringBuilder();
			for (int n = random.nextInt(50); n > 0; n--) {
				text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
			}
			assertThat(JsonValues.read(JsonText.quote(text.toString()))).isEqualTo(text.toString());
			assertThat(JsonValues.isJson(JsonText.quoteToBytes(text.toString()))).isTrue();
		}
	}

	@Test
	void concatJoinsInOrder() {
		assertThat(JsonText.concat()).isEmpty();
		assertThat(JsonText.concat(new byte[] { 1 }, new byte[0], new byte[] { 2, 3 })).containsExactly(1, 2, 3);
	}

}
