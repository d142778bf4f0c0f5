/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.protocol;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a client may ask for. Source: AnyCable's protocol, commands of the cable endpoint.
 */
public sealed interface ClientCommand {

	/**
	 * A command that concerns a subscription.
	 */
	sealed interface Identified extends ClientCommand {

		/**
		 * The identifier exactly as the client sent it.
		 * @return the identifier
		 */
		String identifier();

	}

	/**
	 * Subscribe.
	 *
	 * @param identifier the identifier
	 * @param history what the client wants to catch up with, or {@code null}
	 * @param presence who joins, or {@code null}
	 */
	record Subscribe(String identifier, @Nullable HistoryRequest history,
			@Nullable PresenceRequest presence) implements Identified {
	}

	/**
	 * End a subscription.
	 *
	 * @param identifier the identifier
	 */
	record Unsubscribe(String identifier) implements Identified {
	}

	/**
	 * Call an action of a channel.
	 *
	 * @param identifier the identifier
	 * @param data the data, or {@code null} if the client sent no text
	 */
	record Perform(String identifier, @Nullable String data) implements Identified {
	}

	/**
	 * Catch up.
	 *
	 * @param identifier the identifier
	 * @param request what the client wants to catch up with, or {@code null}
	 */
	record History(String identifier, @Nullable HistoryRequest request) implements Identified {
	}

	/**
	 * Tell the other subscribers something.
	 *
	 * @param identifier the identifier
	 * @param json the UTF-8 bytes of any JSON value
	 */
	record Whisper(String identifier, byte[] json) implements Identified {
	}

	/**
	 * Be present.
	 *
	 * @param identifier the identifier
	 * @param presence who joins, or {@code null}
	 */
	record Join(String identifier, @Nullable PresenceRequest presence) implements Identified {
	}

	/**
	 * Be present no more.
	 *
	 * @param identifier the identifier
	 */
	record Leave(String identifier) implements Identified {
	}

	/**
	 * Ask who is present.
	 *
	 * @param identifier the identifier
	 */
	record Presence(String identifier) implements Identified {
	}

	/**
	 * Ask for a pong.
	 */
	record Ping() implements ClientCommand {
	}

	/**
	 * Answer a ping.
	 */
	record Pong() implements ClientCommand {
	}

	/**
	 * A well-formed message whose command is not known, or that lacks its identifier.
	 */
	record Unknown() implements ClientCommand {
	}

	/**
	 * Not a message of this protocol.
	 */
	record Malformed() implements ClientCommand {
	}

	/**
	 * What a client wants to catch up with.
	 *
	 * @param since seconds of the client's clock, or {@code null} if it named none
	 * @param streams the last position it saw, by stream, or {@code null} if it sent none
	 */
	record HistoryRequest(@Nullable Long since, @Nullable Map<String, StreamPosition> streams) {

		/**
		 * Whether the client asks for anything at all.
		 * @return {@code true} if it does
		 */
		public boolean asksForSomething() {
			return (this.since != null && this.since > 0) || this.streams != null;
		}

	}

	/**
	 * The last position that a client saw of a stream.
	 *
	 * @param epoch the epoch
	 * @param offset the offset
	 */
	record StreamPosition(String epoch, long offset) {
	}

	/**
	 * Who is present.
	 *
	 * @param id the id that the client claims
	 * @param info the UTF-8 bytes of the JSON value that goes with it, or {@code null}
	 */
	record PresenceRequest(String id, byte @Nullable [] info) {
	}

}
