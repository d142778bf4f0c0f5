/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.stream;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import io.github.realtimespring.Vectors;
import io.github.realtimespring.json.JsonText;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for the plain form of {@link SignedStreamService}.
 */
class SignedStreamServiceTests {

	private static final String NAME = "chat/1";

	private static final String SIGNED = Vectors.list("streams").get(0).get("signed");

	private final SignedStreamService service = SignedStreamService.hmac(List.of(Vectors.SECRET));

	private final SignedStreamService upstream = SignedStreamService.hmac(List.of(Vectors.text("short", "secret")));

	@ParameterizedTest
	@MethodSource("vectors")
	@DisplayName("A9 A28: names signed by Python, Node and PHP are verified")
	void namesSignedByOtherLanguagesAreVerified(Map<String, String> vector) {
		assertThat(this.service.verify(vector.get("signed"))).hasValue(vector.get("name"));
	}

	static List<Map<String, String>> vectors() {
		return Vectors.list("streams");
	}

	@ParameterizedTest
	@MethodSource("upstreamVectors")
	@DisplayName("A9: names signed for AnyCable are verified")
	void namesSignedForAnyCableAreVerified(Map<String, String> vector) {
		assertThat(this.upstream.verify(vector.get("signed"))).hasValue(vector.get("name"));
	}

	static List<Map<String, String>> upstreamVectors() {
		return Vectors.list("short", "streams");
	}

	@Test
	@DisplayName("A9: names are signed byte for byte as Node does it")
	void namesAreSignedAsNodeDoesIt() {
		assertThat(this.service.sign(NAME)).isEqualTo(SIGNED);
		assertThat(this.service.sign("café/1")).isEqualTo(Vectors.list("streams").get(5).get("signed"));
		assertThat(this.upstream.sign("чат")).isEqualTo(Vectors.list("short", "streams").get(3).get("signed"));
	}

	@Test
	@DisplayName("A9: an array is refused although its signature is right")
	void arraysAreRefused() {
		assertThat(this.upstream.verify(Vectors.text("short", "array"))).isEmpty();
	}

	@Test
	@DisplayName("A9: without a secret every signed name is refused, also one signed with an empty key")
	void everythingIsRefusedWithoutASecret() {
		String forged = Vectors.text("emptySecret", "signed");
		for (List<String> secrets : List.of(List.<String>of(), List.of(""), List.of("", ""))) {
			SignedStreamService empty = SignedStreamService.hmac(secrets);
			assertThat(empty.verify(forged)).isEmpty();
			assertThat(empty.verify(SIGNED)).isEmpty();
			assertThatIllegalStateException().isThrownBy(() -> empty.sign(NAME))
				.withMessageContaining("realtime.secret");
		}
		assertThat(this.service.verify(forged)).isEmpty();
	}

	@Test
	@DisplayName("A9: every change of a single character is refused")
	void everyChangeOfACharacterIsRefused() {
		for (int i = 0; i < SIGNED.length(); i++) {
			for (char c : "0aA-=+/_ \n\u0000é".toCharArray()) {
				if (SIGNED.charAt(i) != c) {
					String changed = SIGNED.substring(0, i) + c + SIGNED.substring(i + 1);
					assertThat(this.service.verify(changed)).as(changed).isEmpty();
				}
			}
		}
	}

	@Test
	@DisplayName("A9: an upper-case digest is refused")
	void upperCaseDigestsAreRefused() {
		int end = SIGNED.indexOf("--");
		String upper = SIGNED.substring(0, end) + SIGNED.substring(end).toUpperCase(Locale.ROOT);
		assertThat(this.service.verify(upper)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "-", "--", "---", "----", "a--b--c", "ImNoYXQvMSI=", "ImNoYXQvMSI=--",
			"--048395cf6560e0a971f1546e780d7edbea9b227bfe69d812f972ced9d9bfa0b2", "null", "\u0000", "[]" })
	@DisplayName("A9: text that is not exactly two parts is refused")
	void malformedTextIsRefused(String signed) {
		assertThat(this.service.verify(signed)).isEmpty();
		assertThat(this.service.verify(signed, "jack")).isEmpty();
	}

	@Test
	@DisplayName("A9: a third part is refused wherever it stands")
	void thirdPartsAreRefused() {
		assertThat(this.service.verify(SIGNED + "--x")).isEmpty();
		assertThat(this.service.verify("x--" + SIGNED)).isEmpty();
		assertThat(this.service.verify(SIGNED + "--")).isEmpty();
		assertThat(this.service.verify(SIGNED + "--" + SIGNED)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "42", "null", "true", "[]", "{}", "[\"chat/1\"]", "{\"name\":\"chat/1\"}", "chat/1", "\"",
			"\"chat/1\" \"chat/2\"", "\"chat/1\"x", "", "\"\"", "\"\\ud800", "\"\\x\"" })
	@DisplayName("A9: a right signature over anything but a JSON string is refused")
	void signedPayloadsThatAreNoNameAreRefused(String json) {
		assertThat(this.service.verify(signed(json))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { " \"chat/1\" ", "\n\"chat/1\"\n", "\"chat\\/1\"", "\"\\u0063hat/1\"", "\"chat\\u002f1\"" })
	@DisplayName("A9: every JSON encoding of a name is the same name")
	void everyEncodingOfANameIsVerified(String json) {
		assertThat(this.service.verify(signed(json))).hasValue(NAME);
	}

	@Test
	@DisplayName("A9: missing padding, URL-safe Base64 and bytes that are not UTF-8 are refused")
	void otherEncodingsAreRefused() {
		assertThat(this.service.verify(digest("ImNoYXQvMSI"))).isEmpty();
		assertThat(this.service.verify(digest("ImNoYXQvMSI==="))).isEmpty();
		assertThat(this.service.verify(digest("ImNo YXQvMSI="))).isEmpty();
		assertThat(this.service.verify(digest("ImNoYXQv\nMSI="))).isEmpty();
		byte[] emoji = "\"???>>>\"".getBytes(StandardCharsets.UTF_8);
		String urlSafe = Base64.getUrlEncoder().encodeToString(emoji);
		assertThat(urlSafe).containsAnyOf("-", "_");
		assertThat(this.service.verify(digest(urlSafe))).isEmpty();
		String latin = Base64.getEncoder().encodeToString("\"café\"".getBytes(StandardCharsets.ISO_8859_1));
		assertThat(this.service.verify(digest(latin))).isEmpty();
		String utf16 = Base64.getEncoder().encodeToString("\"chat\"".getBytes(StandardCharsets.UTF_16BE));
		assertThat(this.service.verify(digest(utf16))).isEmpty();
	}

	@Test
	@DisplayName("A9: names may have up to 1024 characters, whatever they need when encoded")
	void longestNamesAreSignedAndVerified() {
		for (String character : List.of("x", "é", "日", "\"", "\u0001", "\ud800")) {
			String name = character.repeat(SignedStreamService.MAX_NAME_LENGTH);
			assertThat(this.service.verify(this.service.sign(name))).hasValue(name);
		}
		String escaped = "\"" + "\\u65e5".repeat(SignedStreamService.MAX_NAME_LENGTH) + "\"";
		assertThat(this.service.verify(signed(escaped))).hasValue("日".repeat(SignedStreamService.MAX_NAME_LENGTH));
	}

	@Test
	@DisplayName("A9: over-long names are neither signed nor verified")
	void overlongNamesAreRefused() {
		String name = "x".repeat(SignedStreamService.MAX_NAME_LENGTH + 1);
		assertThatIllegalArgumentException().isThrownBy(() -> this.service.sign(name));
		assertThatIllegalArgumentException().isThrownBy(() -> this.service.sign(""));
		assertThat(this.service.verify(signed(JsonText.quote(name)))).isEmpty();
		assertThat(this.service.verify(signed(JsonText.quote("x".repeat(1_000_000))))).isEmpty();
	}

	@Test
	@DisplayName("A9: a name signed with another secret is refused")
	void namesOfAnotherSecretAreRefused() {
		assertThat(this.upstream.verify(SIGNED)).isEmpty();
		assertThat(this.service.verify(this.upstream.sign(NAME))).isEmpty();
	}

	@Test
	@DisplayName("A9: while secrets are rotated, names of both are verified and the current one signs")
	void bothSecretsVerifyDuringARotation() {
		SignedStreamService rotating = SignedStreamService.hmac(List.of("new secret", Vectors.SECRET));
		assertThat(rotating.verify(SIGNED)).hasValue(NAME);
		assertThat(rotating.verify(rotating.sign(NAME))).hasValue(NAME);
		assertThat(rotating.sign(NAME)).isEqualTo(SignedStreamService.hmac(List.of("new secret")).sign(NAME));
		assertThat(this.service.verify(rotating.sign(NAME))).isEmpty();
	}

	@Test
	@DisplayName("A9: random names survive signing and verifying, random garbage never does")
	void randomNamesSurviveAndRandomGarbageDoesNot() {
		Random random = new Random(20261120);
		for (int i = 0; i < 2_000; i++) {
			String name = randomText(random, 1 + random.nextInt(40));
			String signed = this.service.sign(name);
			assertThat(this.service.verify(signed)).hasValue(name);
			assertThat(this.service.verify(signed, "jack")).hasValue(name);
			assertThat(signed).matches("[A-Za-z0-9+/]+={0,2}--[0-9a-f]{64}");
			String garbage = randomText(random, random.nextInt(200));
			assertThat(this.service.verify(garbage)).isEmpty();
			int cut = random.nextInt(signed.length());
			assertThat(this.service.verify(signed.substring(0, cut))).isEmpty();
			assertThat(this.service.verify(signed.substring(0, cut) + garbage)).isEmpty();
		}
	}

	/** Any UTF-16 units, unpaired surrogates and control characters among them. */
	private static String randomText(Random random, int length) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < length; i++) {
			text.append((char) (random.nextBoolean() ? random.nextInt(0x80) : random.nextInt(0x10000)));
		}
		return text.toString();
	}

	private static String signed(String json) {
		return TestSignatures.sign(Vectors.SECRET, json);
	}

	private static String digest(String encoded) {
		return TestSignatures.signEncoded(Vectors.SECRET, encoded);
	}

}
