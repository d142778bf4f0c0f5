/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

import java.util.List;

import io.github.realtimespring.auth.Identity;
import io.github.realtimespring.broadcast.Payload;
import io.github.realtimespring.channel.ChannelHandler;
import io.github.realtimespring.channel.ChannelSubscription;
import io.github.realtimespring.connection.Outbox;
import io.github.realtimespring.hub.Subscription;
import io.github.realtimespring.protocol.CableProtocol;
import io.github.realtimespring.protocol.StreamMessageEncoder;
import org.jspecify.annotations.Nullable;

/**
 * One identifier of one session, with the streams it receives.
 */
final class ClientSubscription implements ChannelSubscription {

	private final Session session;

	private final String identifier;

	private final ChannelHandler handler;

	private final StreamMessageEncoder encoder;

	private final List<Subscription> streams;

	private final @Nullable String whisperStream;

	/** When the client was told last; meaningless before. */
	private volatile long confirmedAt;

	ClientSubscription(Session session, String identifier, ChannelHandler handler, CableProtocol protocol,
			List<String> streams, boolean whisper) {
		this.session = session;
		this.identifier = identifier;
		this.handler = handler;
		this.encoder = new StreamMessageEncoder(protocol, identifier);
		Outbox outbox = session.outbox();
		this.streams = streams.stream()
			.distinct()
			.map((stream) -> new Subscription(stream, session.id(), outbox, this.encoder))
			.toList();
		this.whisperStream = (whisper && !streams.isEmpty()) ? streams.get(0) : null;
	}

	@Override
	public String identifier() {
		return this.identifier;
	}

	@Override
	public String connectionId() {
		return this.session.id();
	}

	@Override
	public Identity identity() {
		return this.session.identity();
	}

	@Override
	public void transmit(Payload payload) {
		// an encoder of its own: the shared one belongs to the shard's thread
		this.session.outbox()
			.send(new StreamMessageEncoder(this.session.protocol(), this.identifier).encode(payload.toJson()));
	}

	ChannelHandler handler() {
		return this.handler;
	}

	List<Subscription> streams() {
		return this.streams;
	}

	@Nullable String whisperStream() {
		return this.whisperStream;
	}

	void confirmedAt(long nanos) {
		this.confirmedAt = nanos;
	}

	long confirmedAt() {
		return this.confirmedAt;
	}

}
