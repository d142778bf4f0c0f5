/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.hub;

import io.github.realtimespring.broadcast.Position;
import io.github.realtimespring.broadcast.Publication;
import io.github.realtimespring.history.HistorySlice;
import org.jspecify.annotations.Nullable;

/**
 * The way of one stream to one shard. Normally a publication is just queued. When the
 * shard's queue is full, the lane falls behind: it drops what comes, and once the shard
 * has worked off its queue it reads what was dropped from the stream's log, delivers
 * that, and goes live again. Publications are in the log before they are delivered, so a
 * read that started after the last drop has everything.
 * <p>
 * Offsets only ever grow on a lane: what was seen, live or from the log, is not delivered
 * again. The lane's lock guards its fields; it is not held while a page of the log is
 * fanned out, because whatever comes meanwhile is dropped anyway.
 */
final class Lane {

	private static final int PAGE = 256;

	private final String stream;

	private final Shard shard;

	private final Healer healer;

	/** Guarded by the stream's state. */
	int subscriptions;

	private @Nullable Position last;

	private boolean behind;

	/** Whether something was dropped since the log was read last. */
	private boolean missed;

	private boolean closed;

	Lane(String stream, Shard shard, Healer healer) {
		this.stream = stream;
		this.shard = shard;
		this.healer = healer;
	}

	synchronized void deliver(Publication publication) {
		Position position = publication.position();
		if (position != null && isSeen(position)) {
			return;
		}
		if (this.behind) {
			drop(position);
		}
		else if (this.shard.offer(publication)) {
			this.last = (position != null) ? position : this.last;
		}
		else {
			fallBehind(position);
		}
	}

	/**
	 * Nobody on the shard receives the stream any more. What is still to be healed must
	 * not reach those who subscribe later.
	 */
	synchronized void close() {
		this.closed = true;
	}

	private void fallBehind(@Nullable Position position) {
		if (position == null) {
			this.healer.lost(this.stream);
			return;
		}
		if (this.last == null || !this.last.epoch().equals(position.epoch())) {
			this.last = new Position(position.epoch(), position.offset() - 1);
		}
		this.behind = true;
		this.shard.execute(this::heal);
	}

	private void drop(@Nullable Position position) {
		if (position == null) {
			this.healer.lost(this.stream);
		}
		else {
			this.missed = true;
		}
	}

	private boolean isSeen(Position position) {
		return this.last != null && this.last.epoch().equals(position.epoch())
				&& position.offset() <= this.last.offset();
	}

	/** Read the next page of what was dropped. */
	private void heal() {
		Position after;
		synchronized (this) {
			this.missed = false;
			after = this.closed ? null : this.last;
		}
		if (after != null) {
			this.healer.read(this.stream, after, PAGE)
				.whenComplete((slice, ex) -> this.shard.execute(() -> healed(slice)));
		}
	}

	private void healed(HistorySlice slice) {
		if (isClosed()) {
			return;
		}
		if (!slice.complete()) {
			this.healer.lost(this.stream);
		}
		slice.publications().forEach(this.shard::fanOut);
		this.healer.healed(slice.publications().size());
		if (isStillBehind(slice)) {
			this.shard.execute(this::heal);
		}
	}

	private synchronized boolean isClosed() {
		return this.closed;
	}

	private synchronized boolean isStillBehind(HistorySlice slice) {
		int size = slice.publications().size();
		if (size > 0) {
			this.last = slice.publications().get(size - 1).position();
		}
		// a log that has nothing after the last position will not have it the next time
		this.behind = size == PAGE || (this.missed && (slice.complete() || size > 0));
		return this.behind;
	}

}
