/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.broadcast;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * What stands between the instances of an application. Publishing appends to the stream's
 * log and hands the publication to the subscribers in one step; delivery comes only from
 * the subscription, own publications included, so there is one order for everybody.
 * <p>
 * No method blocks; all may be called from any thread. For one stream, {@link #subscribe}
 * and {@link #unsubscribe} are called one after another and must take effect in that
 * order.
 */
public interface Backend {

	/**
	 * Start. Called once, before everything else.
	 * @param sink where publications and commands go
	 */
	void start(BackendSink sink);

	/**
	 * Stop and release everything. Nothing reaches the sink afterwards.
	 */
	void stop();

	/**
	 * Publish, all or nothing, in this order.
	 * @param publications the publications
	 * @return a stage that yields a result for each, with no local receivers counted, or
	 * fails with a {@link PublishException} if nothing was published
	 */
	CompletionStage<List<PublishResult>> publish(List<Publication> publications);

	/**
	 * Start to receive a stream.
	 * @param stream the stream
	 * @return a stage that completes when every later publication will be received
	 */
	CompletionStage<Void> subscribe(String stream);

	/**
	 * Receive a stream no more.
	 * @param stream the stream
	 */
	void unsubscribe(String stream);

	/**
	 * Run a command on every instance.
	 * @param command the command
	 * @return a stage that yields the number of connections that it concerned
	 */
	CompletionStage<Integer> execute(RemoteCommand command);

}
