/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.channel;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What the {@code channel} of a subscription's identifier stands for.
 * <p>
 * Calls that concern one connection come one after another; calls for different
 * connections come concurrently. The next command of a connection waits for the stage
 * that the last one returned; other connections never wait. A handler that blocks must
 * say so by {@link #blocking()}.
 */
public interface ChannelHandler {

	/**
	 * Decide on a subscription. A failed stage or an exception refuses it.
	 * @param request who wants what
	 * @return a stage that yields the decision
	 */
	CompletionStage<SubscribeDecision> subscribe(SubscribeRequest request);

	/**
	 * An action was called.
	 * @param subscription the confirmed subscription
	 * @param data the data that came with it
	 * @return a stage that completes when the next command may come; one that fails
	 * counts as a failed command
	 */
	default CompletionStage<Void> perform(ChannelSubscription subscription, String data) {
		return CompletableFuture.failedFuture(new UnsupportedOperationException("The channel has no actions"));
	}

	/**
	 * A subscription that this handler confirmed ended: by the client's wish, with the
	 * connection, or because the backend could not provide its streams. Called exactly
	 * once, after every other call for it.
	 * @param subscription the subscription
	 */
	default void unsubscribed(ChannelSubscription subscription) {
	}

	/**
	 * Whether the methods of this handler may block or call application code. If so they
	 * run on the executor for callbacks.
	 * @return {@code false} if every method returns at once
	 */
	default boolean blocking() {
		return true;
	}

}
