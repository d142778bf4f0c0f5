/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.github.realtimespring.protocol.ClientCommand.HistoryRequest;
import io.github.realtimespring.protocol.ClientCommand.StreamPosition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what {@link CableCodec} reads of clients that behave, and of real ones that
 * are odd.
 */
class ClientCommandTests {

	private static final String IDENTIFIER = "{\"channel\":\"$pubsub\",\"stream_name\":\"a\"}";

	private static final String QUOTED = "\"{\\\"channel\\\":\\\"$pubsub\\\",\\\"stream_name\\\":\\\"a\\\"}\"";

	@Test
	void everyCommandIsRead() {
		assertThat(command("subscribe")).isEqualTo(new ClientCommand.Subscribe(IDENTIFIER, null, null));
		assertThat(command("unsubscribe")).isEqualTo(new ClientCommand.Unsubscribe(IDENTIFIER));
		assertThat(command("message")).isEqualTo(new ClientCommand.Perform(IDENTIFIER, null));
		assertThat(command("history")).isEqualTo(new ClientCommand.History(IDENTIFIER, null));
		assertThat(command("join")).isEqualTo(new ClientCommand.Join(IDENTIFIER, null));
		assertThat(command("leave")).isEqualTo(new ClientCommand.Leave(IDENTIFIER));
		assertThat(command("presence")).isEqualTo(new ClientCommand.Presence(IDENTIFIER));
		assertThat(decode("{\"command\":\"ping\"}")).isEqualTo(new ClientCommand.Ping());
		assertThat(decode("{\"command\":\"pong\"}")).isEqualTo(new ClientCommand.Pong());
		ClientCommand.Whisper whisper = (ClientCommand.Whisper) command("whisper");
		assertThat(whisper.identifier()).isEqualTo(IDENTIFIER);
		assertThat(new String(whisper.json(), StandardCharsets.UTF_8)).isEqualTo("null");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Subscribe", "SUBSCRIBE", "", "confirm_subscription", "subscribe ", "constructor" })
	void commandsThatAreNotKnownAreUnknown(String name) {
		assertThat(command(name)).isEqualTo(new ClientCommand.Unknown());
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"command\":\"subscribe\"}", "{\"command\":null,\"identifier\":\"a\"}",
			"{\"command\":\"subscribe\",\"identifier\":null}", "{\"command\":\"subscribe\",\"identifier\":\"\"}",
			"{\"identifier\":\"a\"}", "{\"__proto__\":{\"command\":\"ping\"}}" })
	void withoutCommandOrIdentifierItIsUnknownAndNotMalformed(String json) {
		assertThat(decode(json)).isEqualTo(new ClientCommand.Unknown());
	}

	@ParameterizedTest
	@ValueSource(strings = { "Command,Identifier,Data", "COMMAND,IDENTIFIER,DATA", "cOMMAND,iDENTIFIER,dATA" })
	void namesOfFieldsAreMatchedInAnyCase(String names) {
		String[] name = names.split(",");
		String json = "{\"" + name[0] + "\":\"message\",\"" + name[1] + "\":\"x\",\"" + name[2] + "\":\"y\"}";
		assertThat(decode(json)).isEqualTo(new ClientCommand.Perform("x", "y"));
	}

	@Test
	void namesWithinTheHistoryAndThePresenceAreMatchedInAnyCase() {
		ClientCommand command = decode("{\"command\":\"subscribe\",\"identifier\":\"x\",\"HISTORY\":{\"SINCE\":7,"
				+ "\"Streams\":{\"S\":{\"Epoch\":\"e\",\"OFFSET\":3}}},\"Presence\":{\"ID\":\"p\",\"Info\":[1]}}");
		ClientCommand.Subscribe subscribe = (ClientCommand.Subscribe) command;
		assertThat(subscribe.history()).isEqualTo(new HistoryRequest(7L, Map.of("S", new StreamPosition("e", 3))));
		assertThat(subscribe.presence()).isNotNull();
		assertThat(subscribe.presence().id()).isEqualTo("p");
		assertThat(subscribe.presence().info()).asString(StandardCharsets.UTF_8).isEqualTo("[1]");
	}

	@Test
	void unknownFieldsAreLeftOutWhateverTheyHold() {
		String junk = "\"a\":{\"command\":\"ping\",\"b\":[{},[[]],\"]}\"]},\"commands\":1,\"\":null,\"\\u0000\":true,";
		assertThat(decode("{" + junk + "\"command\":\"unsubscribe\"," + junk + "\"identifier\":\"x\"}"))
			.isEqualTo(new ClientCommand.Unsubscribe("x"));
	}

	@Test
	void orderAndWhiteSpaceDoNotMatter() {
		assertThat(decode(" \r\n\t{ \"identifier\" : \"x\" ,\n \"command\" : \"leave\" } \n"))
			.isEqualTo(new ClientCommand.Leave("x"));
	}

	@Test
	void ofFieldsWithTheSameNameTheLastOneCounts() {
		assertThat(decode("{\"command\":\"ping\",\"identifier\":\"a\",\"Command\":\"leave\",\"identifier\":\"b\"}"))
			.isEqualTo(new ClientCommand.Leave("b"));
		assertThat(decode("{\"command\":\"message\",\"identifier\":\"a\",\"data\":\"x\",\"data\":1}"))
			.isEqualTo(new ClientCommand.Perform("a", null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\"history\":null,", "\"history\":false,", "\"history\":[],", "\"history\":\"x\",",
			"\"history\":{},", "\"history\":{\"since\":false},", "\"history\":{\"since\":null},",
			"\"history\":{\"since\":-1},", "\"history\":{\"since\":0},", "\"history\":{\"since\":\"12\"},",
			"\"history\":{\"since\":{}},", "\"history\":{\"since\":1e400},", "\"history\":{\"streams\":null},",
			"\"history\":{\"streams\":[]},", "\"history\":{\"streams\":7},",
			"\"history\":{\"since\":null,\"streams\":null}," })
	void historiesThatAskForNothingDoNoHarm(String history) {
		ClientCommand.Subscribe subscribe = (ClientCommand.Subscribe) decode(
				"{" + history + "\"command\":\"subscribe\",\"identifier\":\"x\"}");
		assertThat(subscribe.history() == null || !subscribe.history().asksForSomething()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"since\":1694041735}", "{\"since\":1.5}", "{\"since\":1694041735123456789}",
			"{\"streams\":{}}", "{\"since\":false,\"streams\":{\"s\":{\"epoch\":\"e\",\"offset\":0}}}",
			"{\"streams\":{\"s\":null}}" })
	void historiesThatAskForSomethingAreHeard(String history) {
		ClientCommand.History command = (ClientCommand.History) decode(
				"{\"command\":\"history\",\"identifier\":\"x\",\"history\":" + history + "}");
		assertThat(command.request()).isNotNull();
		assertThat(command.request().asksForSomething()).isTrue();
	}

	@Test
	void positionsThatCannotBeAreLeftOutAndTheOthersKept() {
		ClientCommand.History command = (ClientCommand.History) decode("""
				{"command":"history","identifier":"x","history":{"streams":{
				"good":{"epoch":"e","offset":12,"more":[1]}, "zero":{"offset":0,"epoch":""}, "null":null, "text":"x",
				"noEpoch":{"offset":1}, "nullEpoch":{"epoch":null,"offset":1}, "noOffset":{"epoch":"e"},
				"minus":{"epoch":"e","offset":-1}, "huge":{"epoch":"e","offset":1e400},
				"list":[{"epoch":"e","offset":1}], "__proto__":{"epoch":"e","offset":5}}}}""");
		assertThat(command.request()).isNotNull();
		assertThat(command.request().streams()).containsOnly(Map.entry("good", new StreamPosition("e", 12)),
				Map.entry("zero", new StreamPosition("", 0)), Map.entry("__proto__", new StreamPosition("e", 5)));
	}

	@Test
	void offsetsAreExactBeyondWhatADoubleHolds() {
		for (long offset : new long[] { 9007199254740993L, Long.MAX_VALUE - 1, Long.MAX_VALUE }) {
			ClientCommand.History command = (ClientCommand.History) decode("{\"command\":\"history\",\"identifier\":"
					+ "\"x\",\"history\":{\"streams\":{\"s\":{\"epoch\":\"e\",\"offset\":" + offset + "}}}}");
			assertThat(command.request().streams()).containsEntry("s", new StreamPosition("e", offset));
		}
	}

	@Test
	void noMoreStreamsAreKeptThanAConnectionMayHave() {
		StringBuilder json = new StringBuilder(
				"{\"command\":\"history\",\"identifier\":\"x\",\"history\":{\"streams\":{");
		for (int i = 0; i < 5000; i++) {
			json.append((i > 0) ? "," : "").append("\"s").append(i).append("\":{\"epoch\":\"e\",\"offset\":1}");
		}
		ClientCommand.History command = (ClientCommand.History) decode(json + "}}}");
		assertThat(command.request().streams()).hasSize(1000).containsKey("s0").doesNotContainKey("s1000");
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "false", "[]", "\"x\"", "{}", "{\"id\":null}", "{\"info\":{}}" })
	void presenceWithoutAnIdIsNone(String presence) {
		assertThat(decode("{\"command\":\"join\",\"identifier\":\"x\",\"presence\":" + presence + "}"))
			.isEqualTo(new ClientCommand.Join("x", null));
	}

	@Test
	void idOfAPresenceMayBeANumber() {
		ClientCommand.Join join = (ClientCommand.Join) decode(
				"{\"command\":\"join\",\"identifier\":\"x\",\"presence\":{\"id\":42,\"info\":{ \"n\" : 1.0 } }}");
		assertThat(join.presence()).isNotNull();
		assertThat(join.presence().id()).isEqualTo("42");
		assertThat(join.presence().info()).asString(StandardCharsets.UTF_8).isEqualTo("{ \"n\" : 1.0 }");
	}

	@Test
	@DisplayName("A10: an identifier is text of any kind and comes out exactly as it was sent")
	void identifiersAreOpaque() {
		assertThat(identifier("\"not json at all\"")).isEqualTo("not json at all");
		assertThat(identifier("\"\\u0000\\t\\\\\\/\\\"\"")).isEqualTo("\u0000\t\\/\"");
		assertThat(identifier("\"\\ud83d\\ude00 \\ud800\"")).isEqualTo("😀 \ud800");
		assertThat(identifier("\"日本 😀\"")).isEqualTo("日本 😀");
		assertThat(identifier("\"  \"")).isEqualTo("  ");
	}

	private static String identifier(String json) {
		return ((ClientCommand.Leave) decode("{\"command\":\"leave\",\"identifier\":" + json + "}")).identifier();
	}

	private static ClientCommand command(String name) {
		return decode("{\"command\":\"" + name + "\",\"identifier\":" + QUOTED + "}");
	}

	private static ClientCommand decode(String json) {
		return CableCodec.decode(json.getBytes(StandardCharsets.UTF_8));
	}

}
