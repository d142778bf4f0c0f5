/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.sample;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.realtimespring.session.SessionRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Who is here, as the live connections show it, and in which room.
 */
@Component
class Attendance {

	private final SessionRegistry sessions;

	private final Notifier notifier;

	private final Map<String, Room> rooms = new ConcurrentHashMap<>();

	private Set<String> seen = Set.of();

	private Set<String> seenBefore = Set.of();

	Attendance(SessionRegistry sessions, Notifier notifier) {
		this.sessions = sessions;
		this.notifier = notifier;
	}

	void join(String user, Room room) {
		if (this.rooms.put(user, room) != room) {
			this.notifier.joined(user, room);
		}
	}

	/**
	 * Look who is connected and tell who came and who went. Somebody is gone only after
	 * two looks without them: a page that is loaded again does not count.
	 */
	synchronized void look() {
		Set<String> now = connected();
		difference(now, this.seen, this.seenBefore).forEach((user) -> this.notifier.presence(user, true));
		difference(this.seenBefore, this.seen, now).forEach((user) -> {
			this.rooms.remove(user);
			this.notifier.presence(user, false);
		});
		this.seenBefore = this.seen;
		this.seen = now;
	}

	List<Person> people() {
		Set<String> online = connected();
		return Stream.of(DemoUser.values()).map((user) -> person(user, online)).toList();
	}

	private Person person(DemoUser user, Set<String> online) {
		Room room = this.rooms.get(user.username());
		return new Person(user.username(), user.displayName(), online.contains(user.username()),
				(room != null) ? room.slug() : null);
	}

	private Set<String> connected() {
		return this.sessions.sessions()
			.stream()
			.flatMap((session) -> Stream.ofNullable(session.identity().principal()))
			.collect(Collectors.toSet());
	}

	private static Stream<String> difference(Set<String> some, Set<String> without, Set<String> andWithout) {
		return some.stream().filter((user) -> !without.contains(user) && !andWithout.contains(user));
	}

	/**
	 * Somebody who could be here.
	 *
	 * @param name the name of the user
	 * @param displayName the name to show
	 * @param online whether there is a live connection
	 * @param room the name of the room, or {@code null} if in none
	 */
	record Person(String name, String displayName, boolean online, @Nullable String room) {
	}

}
