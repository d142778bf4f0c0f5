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
 * again. All methods hold the lane's lock.
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
			after = this.last;
		}
		if (after != null) {
			this.healer.read(this.stream, after, PAGE)
				.whenComplete((slice, ex) -> this.shard.execute(() -> healed(slice)));
		}
	}

	private synchronized void healed(HistorySlice slice) {
		if (!slice.complete()) {
			this.healer.lost(this.stream);
		}
		int size = slice.publications().size();
		for (Publication publication : slice.publications()) {
			this.shard.fanOut(publication);
			this.last = publication.position();
		}
		this.healer.healed(size);
		if (size == PAGE || (this.missed && slice.complete())) {
			this.shard.execute(this::heal);
		}
		else {
			this.behind = false;
		}
	}

}
