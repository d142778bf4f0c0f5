/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.channel;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.realtimespring.stream.SignedStreamService;
import io.github.realtimespring.stream.StreamAuthorizer;

/**
 * Which handler serves which channel. Names from clients are only compared with the names
 * that are registered. Immutable.
 */
public final class ChannelRegistry {

	/** The channel of streams that are subscribed to by name. */
	public static final String PUBSUB = "$pubsub";

	/** The channel of Turbo Streams. */
	public static final String TURBO = "Turbo::StreamsChannel";

	private final Map<String, ChannelHandler> handlers;

	/**
	 * Create a registry.
	 * @param handlers the handlers by the names of their channels
	 */
	public ChannelRegistry(Map<String, ChannelHandler> handlers) {
		this.handlers = Map.copyOf(handlers);
	}

	/**
	 * The handler of {@value #PUBSUB}.
	 * @param signedStreams verifies signed names
	 * @param authorizer has the last word
	 * @param publicStreams whether plain names are allowed
	 * @param whisper whether subscribers with a signed name may whisper
	 * @return the handler
	 */
	public static ChannelHandler pubSub(SignedStreamService signedStreams, StreamAuthorizer authorizer,
			boolean publicStreams, boolean whisper) {
		return new PubSubChannel(signedStreams, authorizer, publicStreams, whisper);
	}

	/**
	 * The handler of {@value #TURBO}.
	 * @param signedStreams verifies signed names
	 * @param authorizer has the last word
	 * @return the handler
	 */
	public static ChannelHandler turbo(SignedStreamService signedStreams, StreamAuthorizer authorizer) {
		return new TurboStreamsChannel(signedStreams, authorizer);
	}

	/**
	 * Find the handler of a channel.
	 * @param channel the name that a client sent
	 * @return the handler, or empty if there is none
	 */
	public Optional<ChannelHandler> find(String channel) {
		return Optional.ofNullable(this.handlers.get(channel));
	}

	/**
	 * The names of all channels.
	 * @return the names
	 */
	public Set<String> channels() {
		return this.handlers.keySet();
	}

}
