/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.broadcast;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.ToIntFunction;

import org.jspecify.annotations.Nullable;

/**
 * {@link BroadcastService} in front of a {@link Backend}.
 */
final class DefaultBroadcastService implements BroadcastService {

	private static final Payload NULL = new Payload(Payload.Kind.JSON, "null".getBytes(StandardCharsets.US_ASCII));

	private final Backend backend;

	private final PayloadEncoder encoder;

	private final ToIntFunction<String> localReceivers;

	private final int maxPayload;

	DefaultBroadcastService(Backend backend, PayloadEncoder encoder, ToIntFunction<String> localReceivers,
			int maxPayload) {
		this.backend = backend;
		this.encoder = encoder;
		this.localReceivers = localReceivers;
		this.maxPayload = maxPayload;
	}

	@Override
	public PublishResult publish(String stream, @Nullable Object payload) {
		return publishAll(List.of(Publication.of(stream, payload(payload)))).get(0);
	}

	@Override
	public PublishResult publish(String stream, @Nullable Object payload, Exclude exclude) {
		Publication publication = Publication.of(stream, payload(payload)).exclude(exclude.connectionId());
		return publishAll(List.of(publication)).get(0);
	}

	@Override
	public PublishResult publishJson(String stream, String json) {
		Payload payload = Payload.json(json.getBytes(StandardCharsets.UTF_8));
		return publishAll(List.of(Publication.of(stream, payload))).get(0);
	}

	@Override
	public CompletionStage<PublishResult> publishAsync(String stream, @Nullable Object payload) {
		return publishAllAsync(List.of(Publication.of(stream, payload(payload))))
			.thenApply((results) -> results.get(0));
	}

	@Override
	public List<PublishResult> publishAll(List<Publication> publications) {
		try {
			return publishAllAsync(publications).toCompletableFuture().join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof PublishException cause) ? cause
					: new PublishException("The backend failed to take the publication", ex);
		}
	}

	@Override
	public CompletionStage<List<PublishResult>> publishAllAsync(List<Publication> publications) {
		publications.forEach(this::check);
		List<Integer> receivers = publications.stream()
			.map((publication) -> this.localReceivers.applyAsInt(publication.stream()))
			.toList();
		return this.backend.publish(publications).thenApply((results) -> withReceivers(results, receivers));
	}

	@Override
	public CompletionStage<Integer> disconnect(String identifiers, boolean reconnect) {
		return this.backend
			.execute(new RemoteCommand.Disconnect(RemoteCommand.Target.IDENTIFIERS, identifiers, reconnect));
	}

	@Override
	public Payload payload(@Nullable Object payload) {
		if (payload == null) {
			return NULL;
		}
		if (payload instanceof Payload made) {
			return made;
		}
		if (payload instanceof String text) {
			return Payload.text(text);
		}
		try {
			return new Payload(Payload.Kind.JSON, this.encoder.encode(payload));
		}
		catch (RuntimeException ex) {
			throw new IllegalArgumentException(
					"A payload of " + payload.getClass() + " could not be serialized to JSON", ex);
		}
	}

	private void check(Publication publication) {
		if (publication.payload().kind() == Payload.Kind.BINARY) {
			throw new IllegalArgumentException("No protocol delivers binary payloads yet; publish JSON or a text");
		}
		if (publication.payload().size() > this.maxPayload) {
			throw new IllegalArgumentException("A payload of " + publication.payload().size()
					+ " bytes is larger than the " + this.maxPayload + " bytes that one client's outbox may hold");
		}
	}

	private static List<PublishResult> withReceivers(List<PublishResult> results, List<Integer> receivers) {
		List<PublishResult> counted = new ArrayList<>(results.size());
		for (int i = 0; i < results.size(); i++) {
			PublishResult result = results.get(i);
			counted.add(new PublishResult(result.outcome(), result.position(), receivers.get(i)));
		}
		return counted;
	}

}
