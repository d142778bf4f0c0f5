/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.hub;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.github.realtimespring.broadcast.Position;
import io.github.realtimespring.broadcast.Publication;
import io.github.realtimespring.history.History;
import io.github.realtimespring.history.HistorySlice;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A history whose reads a test answers one by one, as late as it likes.
 */
final class PagedHistory implements History {

	private final BlockingQueue<Read> reads = new LinkedBlockingQueue<>();

	private volatile boolean throwing;

	private volatile boolean failing;

	@Override
	public CompletionStage<HistorySlice> read(String stream, Position after, int limit) {
		if (this.throwing) {
			throw new IllegalStateException("expected by the test");
		}
		if (this.failing) {
			return CompletableFuture.failedFuture(new IllegalStateException("expected by the test"));
		}
		Read read = new Read(after, new CompletableFuture<>());
		this.reads.add(read);
		return read.answer;
	}

	@Override
	public CompletionStage<Optional<Position>> top(String stream) {
		return CompletableFuture.completedFuture(Optional.empty());
	}

	void fail(boolean thrown) {
		this.throwing = thrown;
		this.failing = !thrown;
	}

	Read next() {
		try {
			Read read = this.reads.poll(60, TimeUnit.SECONDS);
			assertThat(read).isNotNull();
			return read;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	boolean isIdle() {
		return this.reads.isEmpty();
	}

	record Read(Position after, CompletableFuture<HistorySlice> answer) {

		void answer(boolean complete, List<Publication> publications) {
			this.answer.complete(new HistorySlice(publications, complete));
		}

	}

}
