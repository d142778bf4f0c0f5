/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.channel;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

import io.github.realtimespring.stream.SignedStreamService;
import io.github.realtimespring.stream.StreamAuthorizer;
import io.github.realtimespring.stream.StreamName;
import org.jspecify.annotations.Nullable;

/**
 * Streams that are subscribed to by name. A signed name wins over a plain one; a plain
 * one needs public streams; anything that is not a text is refused. Source: AnyCable's
 * decision table for {@code $pubsub}.
 */
final class PubSubChannel implements ChannelHandler {

	private static final String SIGNED_NAME = "signed_stream_name";

	private static final String NAME = "stream_name";

	private final SignedStreamService signedStreams;

	private final StreamAuthorizer authorizer;

	private final boolean publicStreams;

	private final boolean whisper;

	PubSubChannel(SignedStreamService signedStreams, StreamAuthorizer authorizer, boolean publicStreams,
			boolean whisper) {
		this.signedStreams = signedStreams;
		this.authorizer = authorizer;
		this.publicStreams = publicStreams;
		this.whisper = whisper;
	}

	@Override
	public CompletionStage<SubscribeDecision> subscribe(SubscribeRequest request) {
		ChannelIdentifier identifier = request.identifier();
		if (!identifier.isAbsent(SIGNED_NAME)) {
			return subscribeSigned(request, identifier.text(SIGNED_NAME));
		}
		String name = identifier.text(NAME);
		if (!this.publicStreams || name == null || !StreamName.isValid(name)) {
			return Authorization.REJECTED;
		}
		return Authorization.of(this.authorizer, request, name, false,
				SubscribeDecision.confirmWithWhisper(List.of(name)));
	}

	private CompletionStage<SubscribeDecision> subscribeSigned(SubscribeRequest request, @Nullable String signed) {
		if (signed == null) {
			return Authorization.REJECTED;
		}
		Optional<String> name = this.signedStreams.verify(signed, request.identity().principal());
		if (name.isEmpty()) {
			return Authorization.REJECTED;
		}
		List<String> streams = List.of(name.get());
		SubscribeDecision decision = this.whisper ? SubscribeDecision.confirmWithWhisper(streams)
				: SubscribeDecision.confirm(streams);
		return Authorization.of(this.authorizer, request, name.get(), true, decision);
	}

	@Override
	public boolean blocking() {
		return this.authorizer != StreamAuthorizer.ALLOW;
	}

}
