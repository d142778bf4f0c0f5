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

/**
 * Turbo Streams: signed names only, no whispering.
 */
final class TurboStreamsChannel implements ChannelHandler {

	private final SignedStreamService signedStreams;

	private final StreamAuthorizer authorizer;

	TurboStreamsChannel(SignedStreamService signedStreams, StreamAuthorizer authorizer) {
		this.signedStreams = signedStreams;
		this.authorizer = authorizer;
	}

	@Override
	public CompletionStage<SubscribeDecision> subscribe(SubscribeRequest request) {

		String signed = request.identifier().text("signed_stream_name");
		Optional<String> name = (signed != null) ? this.signedStreams.verify(signed, request.identity().principal())
				: Optional.empty();
		if (name.isEmpty()) {
			return Authorization.REJECTED;
		}
		return Authorization.of(this.authorizer, request, name.get(), true,
				SubscribeDecision.confirm(List.of(name.get())));
	}

	@Override
	public boolean blocking() {
		return this.authorizer != StreamAuthorizer.ALLOW;
	}

}
