/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.protocol;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the data of a whisper, which is cut out of the bytes as it stands.
 */
class WhisperDataTests {

	@ParameterizedTest
	@ValueSource(strings = { "12345678901234567890", "1.0", "1.10", "1e400", "-0", "-0.0e-1", "0", "9", "true", "false",
			"null", "\"\"", "\"x\"", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\"", "\"\\ud83d\\ude00\\ud800\"", "\"日本 😀\"",
			"[]", "{}", "[ ]", "{ }", "[1, 2,\t3]", "[[[]],{}]", "{\"b\":1,\"a\":{\"c\":[null,\"}\"]},\"a\":2}",
			"{\"__proto__\":{\"x\":1},\"constructor\":1}", "{ \"a\" : \"]}\\\"\" , \"n\" : 12345678901234567890 }" })
	void dataIsCutOutExactly(String data) {
		String[] frames = { "{\"command\":\"whisper\",\"identifier\":\"x\",\"data\":%s}",
				"{\"command\":\"whisper\",\"identifier\":\"x\",\"data\":%s }",
				"{\"command\":\"whisper\",\"identifier\":\"x\",\"data\" :\r\n\t %s \n}  ",
				"{\"data\":%s,\"command\":\"whisper\",\"identifier\":\"x\"}",
				"  {\"data\": %s , \"command\":\"whisper\",\"identifier\":\"x\"}",
				"{\"é日😀\":\"é日😀\",\"command\":\"whisper\",\"DATA\":  %s,\"identifier\":\"x\"}",
				"{\"data\":[1,{\"data\":2}],\"command\":\"whisper\",\"data\":%s,\"identifier\":\"x\"}" };
		for (String frame : frames) {
			assertThat(whisper(frame.replace("%s", data))).isEqualTo(data);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 10, 3_990, 4_000, 4_100, 7_999, 8_001, 60_000 })
	void dataIsCutOutExactlyWhateverItsSize(int size) {
		String text = "\"" + "é\\n😀".repeat(size / 6) + "\"";
		assertThat(whisper("{\"command\":\"whisper\",\"data\":" + text + ",\"identifier\":\"x\"}")).isEqualTo(text);
		String list = "[" + "1,".repeat(size / 2) + "2 ]";
		assertThat(whisper("{\"a\":" + text + ",\"data\":" + list + ",\"command\":\"whisper\",\"identifier\":\"x\"}"))
			.isEqualTo(list);
		String digits = "1".repeat(Math.min(size, 1000));
		assertThat(whisper("{\"data\":" + digits + ",\"command\":\"whisper\",\"identifier\":\"x\"}")).isEqualTo(digits);
	}

	private static String whisper(String json) {
		ClientCommand command = CableCodec.decode(json.getBytes(StandardCharsets.UTF_8));
		assertThat(command).as(json).isInstanceOf(ClientCommand.Whisper.class);
		return new String(((ClientCommand.Whisper) command).json(), StandardCharsets.UTF_8);
	}

}
