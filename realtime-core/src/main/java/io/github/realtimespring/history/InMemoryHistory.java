/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.history;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

import io.github.realtimespring.broadcast.Position;
import io.github.realtimespring.broadcast.Publication;

/**
 * Keeps the logs of all streams of one instance. Bounded three ways: publications a
 * stream, their age, and the bytes of all streams together; beyond the last, every stream
 * gives up its oldest quarter until there is room.
 * <p>
 * Safe from any thread. A log has its own lock; the store has none.
 */
public final class InMemoryHistory implements History {

	private final ConcurrentMap<String, StreamLog> logs = new ConcurrentHashMap<>();

	private final AtomicLong bytes = new AtomicLong();

	private final AtomicLong lastSweep;

	private final HistorySettings settings;

	private final Clock clock;

	/**
	 * Create an empty store.
	 * @param settings the bounds
	 * @param clock the clock that ages are judged by
	 */
	public InMemoryHistory(HistorySettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
		this.lastSweep = new AtomicLong(clock.millis());
	}

	/**
	 * Append a publication.
	 * @param publication the publication
	 * @return the publication with its position, or as it was if nothing is kept of it
	 */
	public Publication append(Publication publication) {
		if (!this.settings.enabled() || publication.isTransient()) {
			return publication;
		}
		Publication[] placed = new Publication[1];
		this.logs.compute(publication.stream(), (stream, existing) -> {
			StreamLog log = (existing != null) ? existing : new StreamLog();
			placed[0] = log.append(publication);
			this.bytes.addAndGet(publication.payload().size() - log.trim(this.settings.limit(), oldest()));
			return log;
		});
		if (this.bytes.get() > this.settings.maxBytes()) {
			makeRoom();
		}
		sweepIfDue();
		return placed[0];
	}

	@Override
	public CompletionStage<HistorySlice> read(String stream, Position after, int limit) {
		StreamLog log = this.logs.get(stream);
		if (log == null) {
			return CompletableFuture.completedFuture(new HistorySlice(List.of(), false));
		}
		this.bytes.addAndGet(-log.trim(this.settings.limit(), oldest()));
		return CompletableFuture.completedFuture(log.read(after, limit));
	}

	@Override
	public CompletionStage<Optional<Position>> top(String stream) {
		StreamLog log = this.logs.get(stream);
		return CompletableFuture.completedFuture(Optional.ofNullable(log).map(StreamLog::top));
	}

	/**
	 * Forget what is too old. Streams that nobody publishes to any more do not clean
	 * themselves; this happens now and then while something is appended to others.
	 */
	public void sweep() {
		for (String stream : this.logs.keySet()) {
			this.logs.computeIfPresent(stream, (name, log) -> {
				this.bytes.addAndGet(-log.trim(this.settings.limit(), oldest()));
				return log.isStale(oldest()) ? null : log;
			});
		}
	}

	/**
	 * How many payload bytes are kept.
	 * @return the number of bytes
	 */
	public long bytes() {
		return this.bytes.get();
	}

	/**
	 * How many streams have a log.
	 * @return the number of streams
	 */
	public int streams() {
		return this.logs.size();
	}

	private long oldest() {
		return this.clock.millis() - this.settings.ttl().toMillis();
	}

	private void sweepIfDue() {
		long now = this.clock.millis();
		long last = this.lastSweep.get();
		long interval = Math.max(1000, this.settings.ttl().toMillis() / 10);
		if (now - last >= interval && this.lastSweep.compareAndSet(last, now)) {
			sweep();
		}
	}

	private void makeRoom() {
		long before;
		do {
			before = this.bytes.get();
			for (String stream : this.logs.keySet()) {
				if (this.bytes.get() <= this.settings.maxBytes()) {
					return;
				}
				this.logs.computeIfPresent(stream, (name, log) -> {
					this.bytes.addAndGet(-log.dropOldestQuarter());
					return log;
				});
			}
		}
		while (this.bytes.get() < before);
	}

}
