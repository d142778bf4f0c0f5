/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link JsonValues}.
 */
class JsonValuesTests {

	@Test
	void readsEveryKindOfValue() {
		assertThat(JsonValues.read("null")).isNull();
		assertThat(JsonValues.read(" true\n")).isEqualTo(true);
		assertThat(JsonValues.read("\"\\u00e9\\n\"")).isEqualTo("é\n");
		assertThat(JsonValues.read("[1, [], {\"a\": \"b\"}, null]")).asString().isEqualTo("[1, [], {a=b}, null]");
	}

	@Test
	void numbersAreExact() {
		assertThat(JsonValues.read("42")).isEqualTo(42L);
		assertThat(JsonValues.read("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
		assertThat(JsonValues.read("9223372036854775808")).isEqualTo(new BigInteger("9223372036854775808"));
		assertThat(JsonValues.read("0.1")).isEqualTo(new BigDecimal("0.1"));
		assertThat(JsonValues.read("1e3")).isEqualTo(new BigDecimal("1e3"));
	}

	@Test
	void membersKeepTheirOrderAndTheLastOfTwoCounts() {
		Map<String, Object> object = JsonValues.readObject("{\"z\":1,\"a\":2,\"__proto__\":3,\"z\":4}");
		assertThat(object).containsExactly(Map.entry("z", 4L), Map.entry("a", 2L), Map.entry("__proto__", 3L));
	}

	@Test
	void membersThatAreNullAreLeftOut() {
		assertThat(JsonValues.readObject("{\"a\":null,\"b\":1,\"b\":null,\"c\":null,\"c\":2}"))
			.isEqualTo(Map.of("c", 2L));
	}

	@Test
	void strictReadingRefusesMembersThatOccurTwiceOrAreNull() {
		assertThat(JsonValues.readStrictly("{\"a\":1,\"b\":{\"a\":[null]}}")).asString()
			.isEqualTo("{a=1, b={a=[null]}}");
		assertThat(JsonValues.readStrictly("null")).isNull();
		for (String json : List.of("{\"a\":null}", "{\"a\":1,\"a\":1}", "[{\"b\":{\"a\":null}}]",
				"[{\"b\":{\"a\":1,\"\\u0061\":2}}]", "{\"a\":1", "1e99999999999999999999")) {
			assertThatExceptionOfType(InvalidJsonException.class).as(json)
				.isThrownBy(() -> JsonValues.readStrictly(json));
		}
	}

	@Test
	void loneSurrogatesInEscapesAreKept() {
		assertThat(JsonValues.read("\"\\ud800\"")).isEqualTo("\ud800");
		assertThat(JsonValues.read("\"\\ude00\\ud83d\"")).isEqualTo("\ude00\ud83d");
	}

	@Test
	void textsThatAreNoObjectReadAsNull() {
		for (String json : List.of("", "[]", "null", "\"x\"", "{", "{}{}", "{\"a\":1")) {
			assertThat(JsonValues.readObject(json)).as(json).isNull();
		}
		assertThat(JsonValues.readObject("{}")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "{", "}", "[", "[1", "[1,]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "'x'",
			"\"x", "\"\n\"", "\"\\x\"", "\"\\u12\"", "01", "+1", ".5", "1.", "1e", "0x10", "NaN", "Infinity",
			"-Infinity", "nul", "tru", "True", "1 2", "1x", "\"a\"b", "[] []", "// c\n1", "/* c */ 1", "\ufeff1",
			"undefined" })
	void garbageIsRefused(String json) {
		assertThatExceptionOfType(InvalidJsonException.class).isThrownBy(() -> JsonValues.read(json))
			.withMessageNotContaining("x");
		assertThat(JsonValues.isJson(json.getBytes(StandardCharsets.UTF_8))).isFalse();
	}

	@Test
	void depthIsBounded() {
		String deepest = "[".repeat(JsonValues.MAX_DEPTH) + "]".repeat(JsonValues.MAX_DEPTH);
		assertThat(JsonValues.read(deepest)).isNotNull();
		assertThat(JsonValues.isJson(deepest.getBytes(StandardCharsets.UTF_8))).isTrue();
		for (String deeper : List.of("[" + deepest + "]", "[".repeat(100_000), "{\"a\":".repeat(100_000),
				"[".repeat(100_000) + "]".repeat(100_000), "[{\"a\":".repeat(50_000))) {
			assertThatExceptionOfType(InvalidJsonException.class).isThrownBy(() -> JsonValues.read(deeper));
			assertThat(JsonValues.readObject(deeper)).isNull();
			assertThat(JsonValues.isJson(deeper.getBytes(StandardCharsets.UTF_8))).isFalse();
		}
	}

	@Test
	void hugeNumbersAreNotExpensive() {
		assertThat(CompletableFuture.runAsync(() -> {
			for (String json : List.of("1e999999999", "-1e-999999999", "1e99999999999999999999", "9".repeat(1000),
					"9".repeat(10_000), "0." + "9".repeat(10_000), "1" + "0".repeat(1_000_000))) {
				readOrRefuse(json);
			}
		})).succeedsWithin(Duration.ofSeconds(5));
	}

	@Test
	void namesAreBounded() {
		String json = "{\"" + "n".repeat(100_000) + "\":1}";
		assertThat(JsonValues.readObject(json)).isNull();
	}

	@Test
	void bytesMustBeStrictUtf8() {
		assertThat(JsonValues.isJson("\"é日😀\"".getBytes(StandardCharsets.UTF_8))).isTrue();
		assertThat(JsonValues.isJson("\"é\"".getBytes(StandardCharsets.ISO_8859_1))).isFalse();
		// an encoded surrogate, an overlong slash, a cut sequence, a code point beyond
		// the last
		assertThat(JsonValues.isJson(quoted(0xed, 0xa0, 0x80))).isFalse();
		assertThat(JsonValues.isJson(quoted(0xc0, 0xaf))).isFalse();
		assertThat(JsonValues.isJson(quoted(0xe6, 0x97))).isFalse();
		assertThat(JsonValues.isJson(quoted(0xf4, 0x90, 0x80, 0x80))).isFalse();
	}

	@Test
	void bytesInOtherEncodingsAndByteOrderMarksAreNoJson() {
		for (String charset : List.of("UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE")) {
			assertThat(JsonValues.isJson("{\"a\":\"b\"}".getBytes(Charset.forName(charset)))).as(charset).isFalse();
		}
		assertThat(JsonValues.isJson(new byte[] { (byte) 0xef, (byte) 0xbb, (byte) 0xbf, '1' })).isFalse();
		assertThat(JsonValues.isJson(new byte[0])).isFalse();
	}

	@Test
	void randomBytesNeverCauseAnythingButARefusal() {
		Random random = new Random(7);
		byte[] seed = "{\"a\":[1,-2.5e3,\"x\\u00e9\",true,null],\"b\":{\"c\":\"\\ud83d\\ude00\"}}"
			.getBytes(StandardCharsets.UTF_8);
		for (int i = 0; i < 20_000; i++) {
			byte[] bytes = Arrays.copyOf(seed, 1 + random.nextInt(seed.length));
			for (int n = random.nextInt(4); n > 0; n--) {
				bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
			}
			boolean json = JsonValues.isJson(bytes);
			String text = Utf8.decode(bytes);
			assertThat(json).isEqualTo(text != null && readOrRefuse(text));
		}
	}

	private static boolean readOrRefuse(String json) {
		try {
			JsonValues.read(json);
			return true;
		}
		catch (InvalidJsonException ex) {
			return false;
		}
	}

	private static byte[] quoted(int... content) {
		byte[] bytes = new byte[content.length + 2];
		bytes[0] = '"';
		for (int i = 0; i < content.length; i++) {
			bytes[i + 1] = (byte) content[i];
		}
		bytes[bytes.length - 1] = '"';
		return bytes;
	}

}
