/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.json;

import java.nio.charset.StandardCharsets;

/**
 * Writes JSON strings the way JavaScript's {@code JSON.stringify} does: UTF-8, the
 * shortest escapes, and lone surrogates as escapes. Source: ECMA-404 and ECMAScript's
 * well-formed {@code JSON.stringify}.
 * <p>
 * Stateless and safe from any thread.
 */
public final class JsonText {

	private static final char[] HEX = "0123456789abcdef".toCharArray();

	private JsonText() {
	}

	/**
	 * Quote a text as a JSON string.
	 * @param text the text to quote
	 * @return the quoted text, surrounded by quotation marks
	 */
	public static String quote(String text) {
		StringBuilder json = new StringBuilder(text.length() + 16);
		json.append('"');
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '"' || c == '\\') {
				json.append('\\').append(c);
			}
			else if (c < 0x20) {
				appendControl(json, c);
			}
			else if (!Character.isSurrogate(c)) {
				json.append(c);
			}
			else if (isPair(text, i)) {
				json.append(c).append(text.charAt(++i));
			}
			else {
				appendUnicode(json, c);
			}
		}
		return json.append('"').toString();
	}

	/**
	 * Quote a text as a JSON string in UTF-8.
	 * @param text the text to quote
	 * @return the bytes of the quoted text
	 */
	public static byte[] quoteToBytes(String text) {
		return quote(text).getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Join byte arrays.
	 * @param parts the parts, in order
	 * @return one array that holds all parts
	 */
	public static byte[] concat(byte[]... parts) {
		int size = 0;
		for (byte[] part : parts) {
			size += part.length;
		}
		byte[] joined = new byte[size];
		int position = 0;
		for (byte[] part : parts) {
			System.arraycopy(part, 0, joined, position, part.length);
			position += part.length;
		}
		return joined;
	}

	private static boolean isPair(String text, int index) {
		return Character.isHighSurrogate(text.charAt(index)) && index + 1 < text.length()
				&& Character.isLowSurrogate(text.charAt(index + 1));
	}

	private static void appendControl(StringBuilder json, char c) {
		switch (c) {
			case '\n' -> json.append("\\n");
			case '\r' -> json.append("\\r");
			case '\t' -> json.append("\\t");
			case '\b' -> json.append("\\b");
			case '\f' -> json.append("\\f");
			default -> appendUnicode(json, c);
		}
	}

	private static void appendUnicode(StringBuilder json, char c) {
		json.append('\\').append('u');
		for (int shift = 12; shift >= 0; shift -= 4) {
			json.append(HEX[(c >> shift) & 0xf]);
		}
	}

}
