/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.github.realtimespring.json.JsonText;
import io.github.realtimespring.json.JsonValues;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random commands and random damage: {@link CableCodec#decode} answers to everything, and
 * what it hands on is valid.
 */
class CommandFuzzTests {

	private static final List<String> NAMES = List.of("command", "identifier", "data", "history", "presence", "since",
			"streams", "epoch", "offset", "id", "info", "Command", "DATA", "", "x", "__proto__", "\u0000", "😀");

	private static final List<String> TEXTS = List.of("subscribe", "unsubscribe", "message", "history", "whisper",
			"join", "leave", "presence", "ping", "pong", "", "x", "{\"channel\":\"$pubsub\"}", "\ud800", "é日😀",
			"\"\\\n");

	private static final List<String> ATOMS = List.of("0", "-0", "1.0", "1e400", "-1E-400", "12345678901234567890",
			"true", "false", "null", "[]", "{}", "9".repeat(999), "1e999999999", "-9223372036854775808");

	private final Random random = new Random(20261120);

	@Test
	void randomCommandsAreReadAndWhatIsForwardedIsValid() {
		for (int i = 0; i < 8_000; i++) {
			byte[] json = object(0).getBytes(StandardCharsets.UTF_8);
			assertUsable(CableCodec.decode(json), json);
		}
	}

	@Test
	void randomDamageNeverThrowsAndIsNeverForwarded() {
		for (int i = 0; i < 25_000; i++) {
			byte[] json = object(0).getBytes(StandardCharsets.UTF_8);
			byte[] damaged = Arrays.copyOf(json,
					(this.random.nextInt(3) == 0) ? this.random.nextInt(json.length + 1) : json.length);
			for (int n = this.random.nextInt(4); n > 0 && damaged.length > 0; n--) {
				damaged[this.random.nextInt(damaged.length)] = (byte) this.random.nextInt(256);
			}
			assertUsable(CableCodec.decode(damaged), damaged);
		}
	}

	@Test
	void randomBytesNeverThrow() {
		for (int i = 0; i < 8_000; i++) {
			byte[] bytes = new byte[this.random.nextInt(40)];
			this.random.nextBytes(bytes);
			if (bytes.length > 0 && this.random.nextBoolean()) {
				bytes[0] = '{';
			}
			assertUsable(CableCodec.decode(bytes), bytes);
		}
	}

	private static void assertUsable(ClientCommand command, byte[] json) {
		if (command instanceof ClientCommand.Whisper whisper) {
			assertThat(JsonValues.isJson(whisper.json())).as(() -> Arrays.toString(json)).isTrue();
		}
		if (command instanceof ClientCommand.Identified identified) {
			assertThat(identified.identifier()).isNotEmpty();
			String confirmed = CableCodec.encode(new ServerMessage.ConfirmSubscription(identified.identifier())).text();
			assertThat(JsonValues.readObject(confirmed)).containsEntry("identifier", identified.identifier());
		}
	}

	private String object(int depth) {
		StringBuilder json = new StringBuilder("{");
		if (depth == 0 && this.random.nextInt(4) > 0) {
			json.append("\"command\":\"").append(TEXTS.get(this.random.nextInt(10))).append("\",");
			json.append("\"identifier\":").append(JsonText.quote(pick(TEXTS))).append(',');
		}
		for (int n = this.random.nextInt(5); n > 0; n--) {
			json.append(JsonText.quote(pick(NAMES))).append(':').append(value(depth + 1)).append(',');
		}
		if (json.length() > 1) {
			json.setLength(json.length() - 1);
		}
		return json.append('}').toString();
	}

	private String value(int depth) {
		return switch (this.random.nextInt((depth < 5) ? 5 : 2)) {
			case 0 -> JsonText.quote(pick(TEXTS));
			case 1 -> pick(ATOMS);
			case 2 -> "[" + value(depth + 1) + " ," + value(depth + 1) + "]";
			default -> object(depth);
		};
	}

	private String pick(List<String> list) {
		return list.get(this.random.nextInt(list.size()));
	}

}
