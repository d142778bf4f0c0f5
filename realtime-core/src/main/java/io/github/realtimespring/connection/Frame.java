/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.connection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * The payload of one text message, encoded once and shared by every connection that it is
 * sent to. Immutable; the bytes must not be changed after they were handed over.
 */
public final class Frame {

	private final byte[] bytes;

	/** Made at the first use; two threads may both make it, which does no harm. */
	private @Nullable String text;

	private Frame(byte[] bytes) {
		this.bytes = bytes;
	}

	/**
	 * Create a frame.
	 * @param utf8 the valid UTF-8 bytes, which belong to the frame from now on
	 * @return the frame
	 */
	public static Frame of(byte[] utf8) {
		return new Frame(utf8);
	}

	/**
	 * Create a frame.
	 * @param text the text
	 * @return the frame
	 */
	public static Frame of(String text) {
		return new Frame(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * The size of the payload.
	 * @return the number of bytes
	 */
	public int size() {
		return this.bytes.length;
	}

	/**
	 * The payload, for transports that write bytes.
	 * @return a new read-only view with a position of its own
	 */
	public ByteBuffer buffer() {
		return ByteBuffer.wrap(this.bytes).asReadOnlyBuffer();
	}

	/**
	 * The payload as text, for transports whose API takes strings. Decoded once for all
	 * connections.
	 * @return the text
	 */
	public String text() {
		String text = this.text;
		if (text == null) {
			text = new String(this.bytes, StandardCharsets.UTF_8);
			this.text = text;
		}
		return text;
	}

	@Override
	public String toString() {
		return "Frame[" + this.bytes.length + " bytes]";
	}

}
