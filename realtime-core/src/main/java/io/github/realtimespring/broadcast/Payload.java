/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.broadcast;

import java.nio.charset.StandardCharsets;

import io.github.realtimespring.json.JsonText;
import io.github.realtimespring.json.JsonValues;

/**
 * What is published, as bytes that were made once. The bytes belong to the payload and
 * must not be changed afterwards.
 *
 * @param kind how the bytes are to be read
 * @param bytes the bytes
 */
public record Payload(Kind kind, byte[] bytes) {

	/**
	 * How the bytes of a payload are to be read.
	 */
	public enum Kind {

		/** UTF-8 bytes of one JSON document. */
		JSON,

		/** UTF-8 bytes of a text. */
		TEXT,

		/** Bytes without a meaning of their own. */
		BINARY

	}

	/**
	 * A text. Clients receive it as a JSON string.
	 * @param text the text
	 * @return the payload
	 */
	public static Payload text(String text) {
		return new Payload(Kind.TEXT, text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * A JSON document that is passed on byte for byte.
	 * @param json the UTF-8 bytes of the document
	 * @return the payload
	 * @throws IllegalArgumentException if the bytes are not one JSON document
	 */
	public static Payload json(byte[] json) {
		if (!JsonValues.isJson(json)) {
			throw new IllegalArgumentException("The payload is not one JSON document");
		}
		return new Payload(Kind.JSON, json);
	}

	/**
	 * What AnyCable makes of a publication's {@code data}: JSON where the text is JSON,
	 * else a text. The text {@code null} and the empty text stay texts.
	 * @param data the text
	 * @return the payload
	 */
	public static Payload jsonOrText(String data) {
		byte[] bytes = data.getBytes(StandardCharsets.UTF_8);
		boolean json = !data.isBlank() && !"null".equals(data.trim()) && JsonValues.isJson(bytes);
		return new Payload(json ? Kind.JSON : Kind.TEXT, bytes);
	}

	/**
	 * The payload as JSON: the document itself, or the text as a JSON string.
	 * @return one JSON document in UTF-8
	 * @throws IllegalStateException if the payload is binary
	 */
	public byte[] toJson() {
		return switch (this.kind) {
			case JSON -> this.bytes;
			case TEXT -> JsonText.quoteToBytes(new String(this.bytes, StandardCharsets.UTF_8));
			case BINARY -> throw new IllegalStateException("A binary payload has no JSON form");
		};
	}

	/**
	 * The size of the payload.
	 * @return the number of bytes
	 */
	public int size() {
		return this.bytes.length;
	}

	/**
	 * Shows kind and size, never the content.
	 */
	@Override
	public String toString() {
		return "Payload[" + this.kind + ", " + this.bytes.length + " bytes]";
	}

}
