/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.jspecify.annotations.Nullable;

/**
 * Sessions by something they share. Most keys have one or a few sessions, so a small
 * array that is replaced at each change beats a set.
 */
final class SessionIndex {

	private final ConcurrentMap<String, Session[]> sessions = new ConcurrentHashMap<>();

	void add(@Nullable String key, Session session) {
		if (key == null) {
			return;
		}
		this.sessions.compute(key, (k, existing) -> {
			if (existing == null) {
				return new Session[] { session };
			}
			Session[] grown = Arrays.copyOf(existing, existing.length + 1);
			grown[existing.length] = session;
			return grown;
		});
	}

	void remove(@Nullable String key, Session session) {
		if (key == null) {
			return;
		}
		this.sessions.computeIfPresent(key, (k, existing) -> {
			Session[] left = Arrays.stream(existing).filter((other) -> other != session).toArray(Session[]::new);
			return (left.length > 0) ? left : null;
		});
	}

	List<Session> find(String key) {
		Session[] found = this.sessions.get(key);
		return (found != null) ? List.of(found) : List.of();
	}

	int size() {
		return this.sessions.size();
	}

}
