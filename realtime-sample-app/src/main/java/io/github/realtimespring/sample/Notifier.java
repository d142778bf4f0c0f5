/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.sample;

import java.time.Instant;

import io.github.realtimespring.broadcast.BroadcastService;

import org.springframework.stereotype.Component;

/**
 * Notifies users, each on a stream of their own. Nobody waits for a notification to be
 * taken.
 */
@Component
class Notifier {

	private final BroadcastService broadcasts;

	Notifier(BroadcastService broadcasts) {
		this.broadcasts = broadcasts;
	}

	/**
	 * Tell the others that somebody looks at another room now.
	 */
	void joined(String user, Room room) {
		tellOthers(new Notification("joined", user, room.slug(), Instant.now()));
	}

	/**
	 * Tell the others that somebody came or went.
	 */
	void presence(String user, boolean online) {
		tellOthers(new Notification(online ? "online" : "offline", user, null, Instant.now()));
	}

	/**
	 * Tell those whose names are in a message.
	 */
	void mentioned(ChatMessage message) {
		for (DemoUser user : DemoUser.values()) {
			if (!user.username().equals(message.author()) && message.text().contains("@" + user.username())) {
				tell(user, new Notification("mentioned", message.author(), message.room(), message.sentAt()));
			}
		}
	}

	private void tellOthers(Notification notification) {
		for (DemoUser user : DemoUser.values()) {
			if (!user.username().equals(notification.user())) {
				tell(user, notification);
			}
		}
	}

	private void tell(DemoUser user, Notification notification) {
		this.broadcasts.publishAsync(Streams.notificationsOf(user.username()), notification);
	}

}
