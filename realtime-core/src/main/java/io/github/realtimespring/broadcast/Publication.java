/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.broadcast;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.github.realtimespring.stream.StreamName;
import org.jspecify.annotations.Nullable;

/**
 * One message to one stream, as it travels from the publisher through the backend to the
 * hub of every instance. Immutable.
 *
 * @param id names this publication, so that a repeated attempt is recognized
 * @param stream the stream
 * @param payload what is published
 * @param position where the backend put it, or {@code null} if it is not kept
 * @param time when it was published
 * @param isTransient whether it must not be kept in the stream's history
 * @param excluded the id of the one connection that does not receive it, or {@code null}
 * @param type what it is
 * @param origin the instance it was published on, or {@code null} before it was published
 * @param trace the trace context to go on with, possibly empty
 */
public record Publication(String id, String stream, Payload payload, @Nullable Position position, Instant time,
		boolean isTransient, @Nullable String excluded, Type type, @Nullable String origin, Map<String, String> trace) {

	/**
	 * What a publication is. A closed list: nothing a publisher sends adds to it.
	 */
	public enum Type {

		/** A message of the application. */
		MESSAGE,

		/** A presence event. */
		PRESENCE,

		/** A command to all instances. */
		COMMAND

	}

	/**
	 * Create a publication.
	 * @param stream the stream
	 * @param payload what is published
	 * @return the publication
	 * @throws IllegalArgumentException if the stream's name is empty or too long
	 */
	public static Publication of(String stream, Payload payload) {
		return new Publication(UUID.randomUUID().toString(), StreamName.requireValid(stream), payload, null,
				Instant.now(), false, null, Type.MESSAGE, null, Map.of());
	}

	/**
	 * The same publication, not delivered to one connection.
	 * @param connectionId the connection's id, or {@code null} for none
	 * @return the publication
	 */
	public Publication exclude(@Nullable String connectionId) {
		return new Publication(this.id, this.stream, this.payload, this.position, this.time, this.isTransient,
				connectionId, this.type, this.origin, this.trace);
	}

	/**
	 * The same publication, not kept in the history.
	 * @return the publication
	 */
	public Publication asTransient() {
		return new Publication(this.id, this.stream, this.payload, null, this.time, true, this.excluded, this.type,
				this.origin, this.trace);
	}

	/**
	 * The same publication at the place that the backend gave it.
	 * @param position the place
	 * @return the publication
	 */
	public Publication at(Position position) {
		return new Publication(this.id, this.stream, this.payload, position, this.time, this.isTransient, this.excluded,
				this.type, this.origin, this.trace);
	}

	/**
	 * The same publication under another id, for callers that retry on their own.
	 * @param id the id
	 * @return the publication
	 */
	public Publication withId(String id) {
		return new Publication(id, this.stream, this.payload, this.position, this.time, this.isTransient, this.excluded,
				this.type, this.origin, this.trace);
	}

	@Override
	public String toString() {
		return "Publication[" + this.id + ", " + this.payload + "]";
	}

}
