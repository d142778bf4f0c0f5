/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.history;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.github.realtimespring.broadcast.Backend;
import io.github.realtimespring.broadcast.BackendSink;
import io.github.realtimespring.broadcast.Publication;
import io.github.realtimespring.broadcast.PublishException;
import io.github.realtimespring.broadcast.PublishResult;
import io.github.realtimespring.broadcast.PublishResult.Outcome;
import io.github.realtimespring.broadcast.RemoteCommand;
import org.jspecify.annotations.Nullable;

/**
 * The backend of an application that runs as one instance: appends to the history of this
 * process and delivers at once, on the publisher's thread. A stream's lock makes both one
 * step, so that offsets and delivery have one order.
 */
public final class LocalBackend implements Backend {

	private static final int LOCKS = 64;

	private final Object[] locks = new Object[LOCKS];

	private final InMemoryHistory history;

	private volatile @Nullable BackendSink sink;

	/**
	 * Create a backend.
	 * @param history where publications are kept
	 */
	public LocalBackend(InMemoryHistory history) {
		this.history = history;
		for (int i = 0; i < LOCKS; i++) {
			this.locks[i] = new Object();
		}
	}

	@Override
	public void start(BackendSink sink) {
		this.sink = sink;
	}

	@Override
	public void stop() {
		this.sink = null;
	}

	@Override
	public CompletionStage<List<PublishResult>> publish(List<Publication> publications) {
		BackendSink sink = this.sink;
		if (sink == null) {
			return CompletableFuture.failedFuture(new PublishException("The realtime server is not running"));
		}
		List<PublishResult> results = new ArrayList<>(publications.size());
		for (Publication publication : publications) {
			synchronized (this.locks[(publication.stream().hashCode() & Integer.MAX_VALUE) % LOCKS]) {
				Publication placed = this.history.append(publication);
				sink.deliver(placed);
				results.add(new PublishResult(Outcome.ACCEPTED, placed.position(), 0));
			}
		}
		return CompletableFuture.completedFuture(results);
	}

	@Override
	public CompletionStage<Void> subscribe(String stream) {
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public void unsubscribe(String stream) {
	}

	@Override
	public CompletionStage<Integer> execute(RemoteCommand command) {
		BackendSink sink = this.sink;
		return CompletableFuture.completedFuture((sink != null) ? sink.execute(command) : 0);
	}

}
