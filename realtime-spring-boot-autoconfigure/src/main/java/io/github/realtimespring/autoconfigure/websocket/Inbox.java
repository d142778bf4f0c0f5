/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import io.github.realtimespring.connection.Connection;
import io.github.realtimespring.connection.ConnectionListener;
import io.github.realtimespring.json.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Puts the parts of one connection's messages together, up to the greatest size: beyond
 * that the connection is closed with code 1009 and nothing more is looked at. Used by one
 * thread at a time.
 */
final class Inbox {

	private static final int TOO_BIG = 1009;

	private static final byte[] MALFORMED = {};

	private final Connection connection;

	private final ConnectionListener listener;

	private final int maxSize;

	private @Nullable ByteArrayOutputStream parts;

	private boolean closed;

	Inbox(Connection connection, ConnectionListener listener, int maxSize) {
		this.connection = connection;
		this.listener = listener;
		this.maxSize = maxSize;
	}

	ConnectionListener listener() {
		return this.listener;
	}

	void text(String part, boolean last) {
		byte[] message = (part.length() > this.maxSize) ? tooBig() : join(part.getBytes(StandardCharsets.UTF_8), last);
		if (message != null) {
			this.listener.message(message);
		}
	}

	/**
	 * A binary message is read like a text, but nobody has checked its encoding.
	 * @param part the part
	 * @param last whether it is the last one
	 */
	void binary(byte[] part, boolean last) {
		byte[] message = join(part, last);
		if (message != null) {
			this.listener.message(Utf8.isValid(message) ? message : MALFORMED);
		}
	}

	private byte @Nullable [] join(byte[] part, boolean last) {
		if (this.closed) {
			return null;
		}
		int size = (this.parts != null) ? this.parts.size() : 0;
		if (size + part.length > this.maxSize) {
			return tooBig();
		}
		if (this.parts == null && last) {
			return part;
		}
		if (this.parts == null) {
			this.parts = new ByteArrayOutputStream(part.length * 2);
		}
		this.parts.writeBytes(part);
		return last ? take(this.parts) : null;
	}

	private byte[] take(ByteArrayOutputStream parts) {
		this.parts = null;
		return parts.toByteArray();
	}

	private byte @Nullable [] tooBig() {
		if (!this.closed) {
			this.closed = true;
			this.parts = null;
			this.connection.close(TOO_BIG, "");
		}
		return null;
	}

}
