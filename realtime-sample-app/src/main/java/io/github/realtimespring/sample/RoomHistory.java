/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.sample;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

/**
 * The latest messages of every room, for pages that are opened later or were away for a
 * while. An application would keep them in its database.
 */
@Component
class RoomHistory {

	static final int LIMIT = 50;

	private final Map<Room, Deque<ChatMessage>> messages = new EnumMap<>(Room.class);

	private long lastId;

	synchronized ChatMessage add(Room room, String author, String text) {
		Instant now = Instant.now();
		this.lastId = Math.max(this.lastId + 1, now.toEpochMilli());
		ChatMessage message = new ChatMessage(this.lastId, room.slug(), author, text, now);
		Deque<ChatMessage> latest = of(room);
		latest.addLast(message);
		if (latest.size() > LIMIT) {
			latest.removeFirst();
		}
		return message;
	}

	synchronized void remove(Room room, ChatMessage message) {
		of(room).remove(message);
	}

	synchronized List<ChatMessage> after(Room room, long id) {
		return of(room).stream().filter((message) -> message.id() > id).toList();
	}

	private Deque<ChatMessage> of(Room room) {
		return this.messages.computeIfAbsent(room, (absent) -> new ArrayDeque<>());
	}

}
