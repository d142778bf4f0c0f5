/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.stream;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.github.realtimespring.auth.Identity;

/**
 * A last word on a subscription, after the signed name was verified or the public name
 * was found to be allowed. The default says yes.
 */
@FunctionalInterface
public interface StreamAuthorizer {

	/** Allows everything that got this far. */
	StreamAuthorizer ALLOW = (identity, stream, signed) -> CompletableFuture.completedFuture(true);

	/**
	 * Decide whether a connection may subscribe to a stream. Called on a thread that may
	 * block; only the commands of the same connection wait for the answer. A failed stage
	 * or an exception refuses the subscription.
	 * @param identity whose connection it is
	 * @param stream the plain name of the stream
	 * @param signed whether the client presented a signed name
	 * @return a stage that yields {@code true} to allow the subscription
	 */
	CompletionStage<Boolean> authorize(Identity identity, String stream, boolean signed);

}
