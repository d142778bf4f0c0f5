/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Strict UTF-8. The JSON parser lets encoded surrogates pass; a browser that is sent such
 * bytes drops the connection. So whatever is forwarded byte for byte is checked here.
 */
public final class Utf8 {

	private Utf8() {
	}

	/**
	 * Whether the bytes are valid UTF-8.
	 * @param bytes the bytes
	 * @return {@code true} if they are
	 */
	public static boolean isValid(byte[] bytes) {
		return decode(bytes) != null;
	}

	/**
	 * Decode bytes strictly.
	 * @param bytes the bytes
	 * @return the text, or {@code null} if the bytes are not valid UTF-8
	 */
	public static @Nullable String decode(byte[] bytes) {
		try {
			return StandardCharsets.UTF_8.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.decode(ByteBuffer.wrap(bytes))
				.toString();
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

}
