/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.realtimespring.json.JsonValues;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;

/**
 * Reads a body into an {@link Envelope}. Keeps only members that mean something, and no
 * more entries than a batch may have, so that a small body cannot become a large tree. A
 * member that stands twice makes a strict reader refuse the body, as two parties may
 * disagree on which one counts; a lenient one does as AnyCable does: the last one counts,
 * and {@code null} counts as missing.
 */
final class EnvelopeReader {

	private static final Set<String> MEMBERS = Set.of("stream", "data", "meta", "exclude_socket", "transient",
			"command", "payload", "identifier", "reconnect");

	/** Stands for a value of a kind that no member has. */
	private static final Object OTHER = new Object();

	private final boolean lenient;

	private final int maxBatch;

	private final TokenStreamFactory factory;

	EnvelopeReader(boolean lenient, int maxBatch) {
		this.lenient = lenient;
		this.maxBatch = maxBatch;
		this.factory = (lenient) ? JsonValues.factory()
				: JsonValues.factory().rebuild().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
	}

	Envelope read(String json) {
		try (JsonParser parser = this.factory.createParser(ObjectReadContext.empty(), json)) {
			boolean batch = (parser.nextToken() == JsonToken.START_ARRAY);
			List<@Nullable Object> entries = (batch) ? elements(parser) : single(parser);
			if (parser.nextToken() != null) {
				throw malformed();
			}
			return new Envelope(batch, entries);
		}
		catch (JacksonException ex) {
			throw malformed();
		}
	}

	private List<@Nullable Object> single(JsonParser parser) {
		if (parser.currentToken() == null) {
			throw malformed();
		}
		List<@Nullable Object> entries = new ArrayList<>(1);
		entries.add(value(parser));
		return entries;
	}

	private List<@Nullable Object> elements(JsonParser parser) {
		List<@Nullable Object> entries = new ArrayList<>();
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			if (entries.size() == this.maxBatch) {
				throw new Refusal(PublicationFailure.TOO_LARGE, "A batch may have " + this.maxBatch
						+ " publications. Send several batches, or raise 'realtime.broadcast.max-batch'.");
			}
			entries.add(value(parser));
		}
		return entries;
	}

	private @Nullable Object value(JsonParser parser) {
		return switch (parser.currentToken()) {
			case START_OBJECT -> members(parser);
			case VALUE_STRING -> parser.getString();
			case VALUE_TRUE -> Boolean.TRUE;
			case VALUE_FALSE -> Boolean.FALSE;
			case VALUE_NULL -> null;
			default -> {
				parser.skipChildren();
				yield OTHER;
			}
		};
	}

	private Map<String, @Nullable Object> members(JsonParser parser) {
		Map<String, @Nullable Object> members = new LinkedHashMap<>();
		while (parser.nextToken() != JsonToken.END_OBJECT) {
			String name = parser.currentName();
			JsonToken token = parser.nextToken();
			if (!MEMBERS.contains(name) || (this.lenient && token == JsonToken.VALUE_NULL)) {
				parser.skipChildren();
			}
			else {
				members.put(name, value(parser));
			}
		}
		return members;
	}

	private static Refusal malformed() {
		return new Refusal(PublicationFailure.MALFORMED,
				"The body is not one JSON document with moderate nesting and no member twice. Send "
						+ "{\"stream\":\"<name>\",\"data\":\"<text>\"} or an array of such objects.");
	}

}
