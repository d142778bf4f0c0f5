/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.channel;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.github.realtimespring.stream.StreamAuthorizer;

/**
 * Asks the authorizer and makes its answer a decision.
 */
final class Authorization {

	static final CompletionStage<SubscribeDecision> REJECTED = CompletableFuture
		.completedFuture(SubscribeDecision.reject());

	private Authorization() {
	}

	static CompletionStage<SubscribeDecision> of(StreamAuthorizer authorizer, SubscribeRequest request, String stream,
			boolean signed, SubscribeDecision ifAllowed) {
		return authorizer.authorize(request.identity(), stream, signed)
			.thenApply((allowed) -> allowed ? ifAllowed : SubscribeDecision.reject());
	}

}
