/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.protocol;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.github.realtimespring.json.JsonValues;
import io.github.realtimespring.json.Utf8;
import io.github.realtimespring.protocol.ClientCommand.HistoryRequest;
import io.github.realtimespring.protocol.ClientCommand.PresenceRequest;
import io.github.realtimespring.protocol.ClientCommand.StreamPosition;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * Reads one command, in one pass and without a tree. Values that are only passed on
 * ({@code data} of a whisper, {@code info} of a presence) are cut out of the bytes as
 * they stand, so that numbers come out exactly as they went in.
 * <p>
 * Names of fields are matched whatever their case, as AnyCable's decoder does. Real
 * clients are odd in known ways and forgiven: {@code since:false}, a presence id that is
 * a number, {@code null} anywhere.
 */
final class CommandReader {

	/** More streams than a connection may have subscriptions are not worth reading. */
	private static final int MAX_HISTORY_STREAMS = 1000;

	private static final byte[] NULL = { 'n', 'u', 'l', 'l' };

	private final byte[] message;

	private final JsonParser parser;

	private @Nullable String command;

	private @Nullable String identifier;

	private @Nullable String text;

	private byte @Nullable [] data;

	private @Nullable HistoryRequest history;

	private @Nullable PresenceRequest presence;

	private CommandReader(byte[] message, JsonParser parser) {
		this.message = message;
		this.parser = parser;
	}

	static ClientCommand read(byte[] message) {
		try (JsonParser parser = JsonValues.factory().createParser(ObjectReadContext.empty(), message)) {
			return new CommandReader(message, parser).readCommand();
		}
		catch (JacksonException | IllegalArgumentException ex) {
			return new ClientCommand.Malformed();
		}
	}

	private ClientCommand readCommand() {
		if (this.parser.nextToken() != JsonToken.START_OBJECT) {
			return new ClientCommand.Malformed();
		}
		while (this.parser.nextToken() != JsonToken.END_OBJECT) {
			String name = this.parser.currentName();
			this.parser.nextToken();
			readField(name.toLowerCase(Locale.ROOT));
		}
		if (this.parser.nextToken() != null) {
			return new ClientCommand.Malformed();
		}
		return toCommand();
	}

	private void readField(String name) {
		switch (name) {
			case "command" -> this.command = readText();
			case "identifier" -> this.identifier = readText();
			case "data" -> readData();
			case "history" -> this.history = readHistory();
			case "presence" -> this.presence = readPresence();
			default -> this.parser.skipChildren();
		}
	}

	private ClientCommand toCommand() {
		if ("ping".equals(this.command)) {
			return new ClientCommand.Ping();
		}
		if ("pong".equals(this.command)) {
			return new ClientCommand.Pong();
		}
		if (this.command == null || this.identifier == null || this.identifier.isEmpty()) {
			return new ClientCommand.Unknown();
		}
		return switch (this.command) {
			case "subscribe" -> new ClientCommand.Subscribe(this.identifier, this.history, this.presence);
			case "unsubscribe" -> new ClientCommand.Unsubscribe(this.identifier);
			case "message" -> new ClientCommand.Perform(this.identifier, this.text);
			case "history" -> new ClientCommand.History(this.identifier, this.history);
			case "whisper" -> new ClientCommand.Whisper(this.identifier, (this.data != null) ? this.data : NULL);
			case "join" -> new ClientCommand.Join(this.identifier, this.presence);
			case "leave" -> new ClientCommand.Leave(this.identifier);
			case "presence" -> new ClientCommand.Presence(this.identifier);
			default -> new ClientCommand.Unknown();
		};
	}

	private @Nullable String readText() {
		return switch (this.parser.currentToken()) {
			case VALUE_STRING -> this.parser.getString();
			case VALUE_NULL -> null;
			default -> throw new IllegalArgumentException("not a text");
		};
	}

	private void readData() {
		this.text = (this.parser.currentToken() == JsonToken.VALUE_STRING) ? this.parser.getString() : null;
		this.data = readRaw();
	}

	/** The bytes of the current value as they stand in the message. */
	private byte[] readRaw() {
		int start = (int) this.parser.currentTokenLocation().getByteOffset();
		if (this.parser.currentToken().isScalarValue()) {
			// finishes a token that the parser has only looked at so far
			this.parser.getString();
		}
		else {
			this.parser.skipChildren();
		}
		int end = (int) this.parser.currentLocation().getByteOffset();
		byte[] raw = Arrays.copyOfRange(this.message, start, end);
		if (!Utf8.isValid(raw)) {
			throw new IllegalArgumentException("not UTF-8");
		}
		return raw;
	}

	private @Nullable HistoryRequest readHistory() {
		if (this.parser.currentToken() != JsonToken.START_OBJECT) {
			this.parser.skipChildren();
			return null;
		}
		Long since = null;
		Map<String, StreamPosition> streams = null;
		while (this.parser.nextToken() != JsonToken.END_OBJECT) {
			String name = this.parser.currentName();
			this.parser.nextToken();
			if ("since".equalsIgnoreCase(name)) {
				since = readNumber();
			}
			else if ("streams".equalsIgnoreCase(name)) {
				streams = readStreams();
			}
			else {
				this.parser.skipChildren();
			}
		}
		return new HistoryRequest(since, streams);
	}

	private @Nullable Map<String, StreamPosition> readStreams() {
		if (this.parser.currentToken() != JsonToken.START_OBJECT) {
			this.parser.skipChildren();
			return null;
		}
		Map<String, StreamPosition> streams = new LinkedHashMap<>();
		while (this.parser.nextToken() != JsonToken.END_OBJECT) {
			String stream = this.parser.currentName();
			this.parser.nextToken();
			StreamPosition position = readPosition();
			if (position != null && streams.size() < MAX_HISTORY_STREAMS) {
				streams.put(stream, position);
			}
		}
		return streams;
	}

	private @Nullable StreamPosition readPosition() {
		if (this.parser.currentToken() != JsonToken.START_OBJECT) {
			this.parser.skipChildren();
			return null;
		}
		String epoch = null;
		Long offset = null;
		while (this.parser.nextToken() != JsonToken.END_OBJECT) {
			String name = this.parser.currentName();
			this.parser.nextToken();
			if ("epoch".equalsIgnoreCase(name)) {
				epoch = readText();
			}
			else if ("offset".equalsIgnoreCase(name)) {
				offset = readNumber();
			}
			else {
				this.parser.skipChildren();
			}
		}
		return (epoch != null && offset != null && offset >= 0) ? new StreamPosition(epoch, offset) : null;
	}

	private @Nullable PresenceRequest readPresence() {
		if (this.parser.currentToken() != JsonToken.START_OBJECT) {
			this.parser.skipChildren();
			return null;
		}
		String id = null;
		byte[] info = null;
		while (this.parser.nextToken() != JsonToken.END_OBJECT) {
			String name = this.parser.currentName();
			this.parser.nextToken();
			if ("id".equalsIgnoreCase(name)) {
				id = readId();
			}
			else if ("info".equalsIgnoreCase(name)) {
				info = readRaw();
			}
			else {
				this.parser.skipChildren();
			}
		}
		return (id != null) ? new PresenceRequest(id, info) : null;
	}

	private @Nullable String readId() {
		return this.parser.currentToken().isNumeric() ? this.parser.getString() : readText();
	}

	/** A whole number, or nothing where a client sends something else. */
	private @Nullable Long readNumber() {
		if (this.parser.currentToken() == JsonToken.VALUE_NUMBER_INT
				&& this.parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
			return this.parser.getLongValue();
		}
		if (this.parser.currentToken().isNumeric()) {
			double number = this.parser.getDoubleValue();
			return (Math.abs(number) < Long.MAX_VALUE) ? (long) number : null;
		}
		this.parser.skipChildren();
		return null;
	}

}
