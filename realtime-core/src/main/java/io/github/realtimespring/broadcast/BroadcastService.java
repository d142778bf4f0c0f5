/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.broadcast;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.ToIntFunction;

import org.jspecify.annotations.Nullable;

/**
 * Publishes to streams. This is what an application injects.
 * <p>
 * Every method is safe from any thread. A payload is serialized once, whatever the number
 * of subscribers. Publications of one thread to one stream are delivered in their order,
 * on every instance. Delivery itself is asynchronous: a slow client never delays a
 * publisher.
 * <p>
 * Payloads: a {@code String} is a text and arrives as a JSON string; every other object
 * goes through the application's JSON mapper; raw JSON is passed on byte for byte by
 * {@link #publishJson}.
 */
public interface BroadcastService {

	/**
	 * Publish an object and wait until the backend has it.
	 * @param stream the stream's plain name
	 * @param payload the text or the object to serialize; {@code null} is the JSON
	 * {@code null}
	 * @return what became of it
	 * @throws PublishException if the backend did not take it
	 * @throws IllegalArgumentException if the name is invalid or the payload cannot be
	 * serialized or is too large
	 */
	PublishResult publish(String stream, @Nullable Object payload);

	/**
	 * Publish an object to everybody but one connection and wait until the backend has
	 * it.
	 * @param stream the stream's plain name
	 * @param payload the text or the object to serialize
	 * @param exclude the connection that does not receive it
	 * @return what became of it
	 * @throws PublishException if the backend did not take it
	 */
	PublishResult publish(String stream, @Nullable Object payload, Exclude exclude);

	/**
	 * Publish raw JSON and wait until the backend has it.
	 * @param stream the stream's plain name
	 * @param json one JSON document
	 * @return what became of it
	 * @throws PublishException if the backend did not take it
	 * @throws IllegalArgumentException if the text is not one JSON document
	 */
	PublishResult publishJson(String stream, String json);

	/**
	 * Publish an object without waiting.
	 * @param stream the stream's plain name
	 * @param payload the text or the object to serialize
	 * @return a stage that yields what became of it, or fails with a
	 * {@link PublishException}
	 * @throws IllegalArgumentException if the name is invalid or the payload cannot be
	 * serialized or is too large
	 */
	CompletionStage<PublishResult> publishAsync(String stream, @Nullable Object payload);

	/**
	 * Publish several publications, in their order, in one step: the backend takes all of
	 * them or none.
	 * @param publications the publications
	 * @return what became of each, in the same order
	 * @throws PublishException if the backend did not take them
	 */
	List<PublishResult> publishAll(List<Publication> publications);

	/**
	 * Publish several publications in one step without waiting.
	 * @param publications the publications
	 * @return a stage that yields what became of each, or fails with a
	 * {@link PublishException}
	 */
	CompletionStage<List<PublishResult>> publishAllAsync(List<Publication> publications);

	/**
	 * Disconnect every connection, on every instance, that has these identifiers.
	 * @param identifiers the connection identifiers, compared byte for byte with the
	 * token's {@code ext}
	 * @param reconnect whether the clients should come back
	 * @return a stage that yields the number of connections that were told to go
	 */
	CompletionStage<Integer> disconnect(String identifiers, boolean reconnect);

	/**
	 * Make a payload the way {@link #publish} does, for use in a {@link Publication}.
	 * @param payload the text or the object to serialize
	 * @return the payload
	 * @throws IllegalArgumentException if it cannot be serialized
	 */
	Payload payload(@Nullable Object payload);

	/**
	 * Create a service.
	 * @param backend where publications go
	 * @param encoder serializes objects
	 * @param localReceivers tells how many subscriptions a stream has here
	 * @param maxPayload the largest payload, in bytes
	 * @return the service
	 */
	static BroadcastService create(Backend backend, PayloadEncoder encoder, ToIntFunction<String> localReceivers,
			int maxPayload) {
		return new DefaultBroadcastService(backend, encoder, localReceivers, maxPayload);
	}

	/**
	 * Name the connection that a publication leaves out, usually the one that caused it.
	 * @param connectionId the id of the connection, the client's {@code sessionId}; an
	 * unknown or {@code null} id leaves out nobody
	 * @return the option
	 */
	static Exclude exclude(@Nullable String connectionId) {
		return new Exclude(connectionId);
	}

	/**
	 * The connection that a publication leaves out.
	 *
	 * @param connectionId the id of the connection, or {@code null} for none
	 */
	record Exclude(@Nullable String connectionId) {
	}

}
