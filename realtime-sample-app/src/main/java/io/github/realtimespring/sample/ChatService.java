/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.sample;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;

import io.github.realtimespring.broadcast.BroadcastService;
import io.github.realtimespring.broadcast.PublishException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Posts messages.
 */
@Service
class ChatService {

	private final RoomHistory history;

	private final BroadcastService broadcasts;

	private final Notifier notifier;

	private final LongAdder posted = new LongAdder();

	ChatService(RoomHistory history, BroadcastService broadcasts, Notifier notifier) {
		this.history = history;
		this.broadcasts = broadcasts;
		this.notifier = notifier;
	}

	/**
	 * Post a message to everybody in a room. The window that posts it is left out, as it
	 * shows the message that this method returns; the author's other windows are not.
	 */
	ChatMessage post(Room room, String author, String text, @Nullable String connectionId) {
		// kept first: who comes back from a gap and asks for the history misses nothing
		ChatMessage message = this.history.add(room, author, text);
		try {
			this.broadcasts.publish(Streams.of(room), message, BroadcastService.exclude(connectionId));
		}
		catch (PublishException ex) {
			this.history.remove(room, message);
			throw ex;
		}
		this.posted.increment();
		this.notifier.mentioned(message);
		return message;
	}

	List<ChatMessage> after(Room room, long id) {
		return this.history.after(room, id);
	}

	long posted() {
		return this.posted.sum();
	}

}
