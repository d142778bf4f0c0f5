/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import io.github.realtimespring.broadcast.Payload;
import io.github.realtimespring.json.JsonValues;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StreamMessageEncoder}.
 */
class StreamMessageEncoderTests {

	private static final CableProtocol BASE = CableProtocol.ACTIONCABLE_V1_JSON;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "{\"text\":\"Hi\"} | {\"text\":\"Hi\"}", "[1, 2.50,{\"a\" : null}] | [1, 2.50,{\"a\" : null}]",
					"12345678901234567890 | 12345678901234567890", "1.0 | 1.0", "true | true", "\"x\" | \"x\"",
					"just text | \"just text\"", "{broken | \"{broken\"", "null | \"null\"", "`` | \"\"",
					"<b>&amp;</b> | \"<b>&amp;</b>\"" })
	@DisplayName("A13: data that is JSON is spliced byte for byte, everything else arrives as a text")
	void a13DataIsSpliced(String data, String message) {
		StreamMessageEncoder encoder = new StreamMessageEncoder(BASE, "{\"channel\":\"$pubsub\"}");
		assertThat(encoder.encode(Payload.jsonOrText(data).toJson()).text())
			.isEqualTo("{\"identifier\":\"{\\\"channel\\\":\\\"$pubsub\\\"}\",\"message\":" + message + "}");
	}

	@Test
	@DisplayName("A10: identifiers of any kind are echoed exactly")
	void a10RandomIdentifiersAreEchoed() {
		Random random = new Random(11);
		for (int i = 0; i < 2_000; i++) {
			StringBuilder identifier = new StringBuilder();
			for (int n = random.nextInt(20); n >= 0; n--) {
				identifier.append((char) random.nextInt((random.nextInt(3) > 0) ? 0x100 : 0x10000));
			}
			StreamMessageEncoder encoder = new StreamMessageEncoder(BASE, identifier.toString());
			String frame = encoder.encode("[1]".getBytes(StandardCharsets.US_ASCII)).text();
			assertThat(JsonValues.readObject(frame)).containsEntry("identifier", identifier.toString())
				.containsOnlyKeys("identifier", "message");
		}
	}

	@Test
	void encodersOfOneIdentifierAndProtocolAreEqual() {
		StreamMessageEncoder encoder = new StreamMessageEncoder(BASE, "a");
		assertThat(encoder).isEqualTo(new StreamMessageEncoder(BASE, "a"))
			.hasSameHashCodeAs(new StreamMessageEncoder(BASE, "a"))
			.isNotEqualTo(new StreamMessageEncoder(CableProtocol.ACTIONCABLE_V1_EXT_JSON, "a"))
			.isNotEqualTo(new StreamMessageEncoder(BASE, "b"))
			.isNotEqualTo("a");
	}

	@Test
	void encodersWhoseHashCodesCollideHaveAnOrder() {
		StreamMessageEncoder first = new StreamMessageEncoder(BASE, "AaAa");
		StreamMessageEncoder second = new StreamMessageEncoder(BASE, "BBBB");
		assertThat(first).hasSameHashCodeAs(second).isNotEqualTo(second).isLessThan(second);
		assertThat(second).isGreaterThan(first).isEqualByComparingTo(new StreamMessageEncoder(BASE, "BBBB"));
		assertThat(first).isLessThan(new StreamMessageEncoder(CableProtocol.ACTIONCABLE_V1_EXT_JSON, "AaAa"));
	}

}
