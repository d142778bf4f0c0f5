/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.protocol;

import java.nio.charset.StandardCharsets;

import io.github.realtimespring.connection.Frame;
import io.github.realtimespring.connection.FrameEncoder;
import io.github.realtimespring.json.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * Makes the frames of one identifier. The identifier is escaped once; a message is
 * spliced behind it without being parsed. Equal for equal protocol and identifier, so
 * that connections which share both share the frames.
 * <p>
 * Identifiers come from clients, who can make their hash codes collide: the order keeps
 * maps of encoders fast even then.
 */
public final class StreamMessageEncoder implements FrameEncoder, Comparable<StreamMessageEncoder> {

	private static final byte[] HEAD = "{\"identifier\":".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] MESSAGE = ",\"message\":".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] TAIL = { '}' };

	private final CableProtocol protocol;

	private final String identifier;

	/** Made at the first use: of many equal encoders only one is ever used. */
	private byte @Nullable [] prefix;

	/**
	 * Create an encoder.
	 * @param protocol the protocol that the frames are for
	 * @param identifier the identifier exactly as the client sent it
	 */
	public StreamMessageEncoder(CableProtocol protocol, String identifier) {
		this.protocol = protocol;
		this.identifier = identifier;
	}

	@Override
	public Frame encode(byte[] json) {
		byte[] prefix = this.prefix;
		if (prefix == null) {
			prefix = JsonText.concat(HEAD, JsonText.quoteToBytes(this.identifier), MESSAGE);
			this.prefix = prefix;
		}
		return Frame.of(JsonText.concat(prefix, json, TAIL));
	}

	@Override
	public int compareTo(StreamMessageEncoder other) {
		int order = this.identifier.compareTo(other.identifier);
		return (order != 0) ? order : this.protocol.compareTo(other.protocol);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof StreamMessageEncoder that && this.protocol == that.protocol
				&& this.identifier.equals(that.identifier);
	}

	@Override
	public int hashCode() {
		return this.identifier.hashCode();
	}

}
