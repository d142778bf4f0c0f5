/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.protocol;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.realtimespring.json.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what {@link CableCodec} makes of bytes that are no command.
 */
class MalformedCommandTests {

	private static final ClientCommand MALFORMED = new ClientCommand.Malformed();

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\n\t", "[]", "42", "\"x\"", "null", "true", "{", "}", "{]", "[{}]", "nul", "NaN",
			"{\"command\":\"ping\"", "{\"command\":\"ping\",}", "{\"command\"}", "{command:\"ping\"}",
			"{'command':'ping'}", "{\"command\":\"ping\"}x", "{\"command\":\"ping\"}{}", "{\"command\":\"ping\"}]",
			"{\"command\":\"ping\"} // x", "/**/{\"command\":\"ping\"}", "{\"command\":\"ping\"}\u0000",
			"\u0000{\"command\":\"ping\"}", "{\"command\":\"pi\nng\"}", "{\"command\":\"\\x\"}",
			"{\"command\":\"\\u12\"}", "\ufeff{\"command\":\"ping\"}", "{\"command\":\"ping\",\"a\":01}",
			"{\"command\":\"ping\",\"a\":+1}", "{\"command\":\"ping\",\"a\":.5}", "{\"command\":\"ping\",\"a\":1.}",
			"{\"command\":\"ping\",\"a\":--1}", "{\"command\":\"ping\",\"a\":tru}", "{\"command\":\"ping\",\"a\":NaN}",
			"{\"command\":\"ping\",\"a\":-Infinity}" })
	void whatIsNoJsonObjectIsMalformed(String text) {
		assertThat(decode(text)).isEqualTo(MALFORMED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"command\":7}", "{\"command\":[\"ping\"]}", "{\"command\":{\"a\":1}}",
			"{\"command\":true}", "{\"command\":\"leave\",\"identifier\":{\"channel\":\"$pubsub\"}}",
			"{\"command\":\"leave\",\"identifier\":[]}", "{\"command\":\"leave\",\"identifier\":42}",
			"{\"command\":\"join\",\"identifier\":\"x\",\"presence\":{\"id\":{}}}" })
	void fieldsOfTheWrongKindAreMalformed(String text) {
		assertThat(decode(text)).isEqualTo(MALFORMED);
	}

	@Test
	void nestingIsBounded() {
		for (int depth : new int[] { 501, 10_000, 100_000 }) {
			for (String field : List.of("other", "data", "history", "presence", "identifier", "command")) {
				assertThat(decode(nested(field, "[".repeat(depth), "]".repeat(depth)))).isEqualTo(MALFORMED);
				assertThat(decode(nested(field, "{\"a\":".repeat(depth) + 1, "}".repeat(depth)))).isEqualTo(MALFORMED);
				assertThat(decode(nested(field, "[".repeat(depth), ""))).isEqualTo(MALFORMED);
			}
		}
		assertThat(decode(nested("other", "[".repeat(400), "]".repeat(400)))).isEqualTo(new ClientCommand.Leave("x"));
	}

	@Test
	void hugeNumbersAreNotComputed() {
		String digits = "9".repeat(60_000);
		assertThat(decode("{\"command\":\"history\",\"identifier\":\"x\",\"history\":{\"since\":" + digits + "}}"))
			.isEqualTo(MALFORMED);
		assertThat(decode("{\"command\":\"history\",\"identifier\":\"x\",\"history\":{\"since\":1e" + digits + "}}"))
			.isEqualTo(MALFORMED);
		ClientCommand.History command = (ClientCommand.History) decode(
				"{\"command\":\"history\",\"identifier\":\"x\",\"history\":{\"since\":1e999999999}}");
		assertThat(command.request()).isNotNull();
		assertThat(command.request().since()).isNull();
	}

	@Test
	void namesOfFieldsAreBounded() {
		assertThat(decode("{\"" + "a".repeat(60_000) + "\":1,\"command\":\"ping\"}")).isEqualTo(MALFORMED);
	}

	@Test
	void otherEncodingsAreMalformed() {
		String json = "{\"command\":\"whisper\",\"identifier\":\"x\",\"data\":{\"a\":1}}";
		for (String charset : List.of("UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE")) {
			assertThat(CableCodec.decode(json.getBytes(Charset.forName(charset)))).as(charset).isEqualTo(MALFORMED);
		}
	}

	@Test
	void bytesThatAreNoUtf8AreNeverForwarded() {
		byte[] head = "{\"command\":\"whisper\",\"identifier\":\"x\",\"data\":\"".getBytes(StandardCharsets.UTF_8);
		byte[] tail = "\"}".getBytes(StandardCharsets.UTF_8);
		byte[][] invalid = { { (byte) 0xed, (byte) 0xa0, (byte) 0x80 }, { (byte) 0x80 }, { (byte) 0xff },
				{ (byte) 0xc0, (byte) 0x80 }, { (byte) 0xf8, (byte) 0x88, (byte) 0x80, (byte) 0x80, (byte) 0x80 },
				{ (byte) 0xc3 } };
		for (byte[] bytes : invalid) {
			assertThat(CableCodec.decode(JsonText.concat(head, bytes, tail))).isEqualTo(MALFORMED);
		}
	}

	private static String nested(String field, String open, String close) {
		return "{\"command\":\"leave\",\"identifier\":\"x\",\"" + field + "\":" + open + close + "}";
	}

	private static ClientCommand decode(String text) {
		return CableCodec.decode(text.getBytes(StandardCharsets.UTF_8));
	}

}
