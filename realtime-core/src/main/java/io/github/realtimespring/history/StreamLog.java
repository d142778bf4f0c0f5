/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.history;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;

import io.github.realtimespring.broadcast.Position;
import io.github.realtimespring.broadcast.Publication;
import org.jspecify.annotations.Nullable;

/**
 * The log of one stream. A log that was forgotten and made anew has another epoch, so
 * offsets never mean two things.
 */
final class StreamLog {

	private static final RandomGenerator random = new SecureRandom();

	private final String epoch = Long.toString(random.nextLong() & Long.MAX_VALUE, 36);

	private final Deque<Publication> publications = new ArrayDeque<>();

	private long top;

	private long lastAppend;

	synchronized Publication append(Publication publication) {
		Publication placed = publication.at(new Position(this.epoch, ++this.top));
		this.publications.add(placed);
		this.lastAppend = placed.time().toEpochMilli();
		return placed;
	}

	synchronized Position top() {
		return new Position(this.epoch, this.top);
	}

	synchronized HistorySlice read(Position after, int limit) {
		if (!this.epoch.equals(after.epoch()) || after.offset() > this.top) {
			return new HistorySlice(List.of(), false);
		}
		long first = this.top - this.publications.size() + 1;
		List<Publication> slice = new ArrayList<>();
		long skip = Math.max(0, after.offset() + 1 - first);
		for (Publication publication : this.publications) {
			if (skip-- <= 0 && slice.size() < limit) {
				slice.add(publication);
			}
		}
		return new HistorySlice(slice, after.offset() + 1 >= first);
	}

	/** Drop what is too much or too old; answers with the bytes that were freed. */
	synchronized long trim(int limit, long oldestMillis) {
		long freed = 0;
		while (this.publications.size() > limit || isOld(this.publications.peek(), oldestMillis)) {
			freed += this.publications.remove().payload().size();
		}
		return freed;
	}

	synchronized long dropOldestQuarter() {
		long freed = 0;
		for (int i = (this.publications.size() + 3) / 4; i > 0; i--) {
			freed += this.publications.remove().payload().size();
		}
		return freed;
	}

	/** Whether the log is empty and nothing was added for as long as entries are kept. */
	synchronized boolean isStale(long oldestMillis) {
		return this.publications.isEmpty() && this.lastAppend < oldestMillis;
	}

	private static boolean isOld(@Nullable Publication publication, long oldestMillis) {
		return publication != null && publication.time().toEpochMilli() < oldestMillis;
	}

}
