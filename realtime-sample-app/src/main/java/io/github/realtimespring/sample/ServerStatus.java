/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.sample;

import java.lang.management.ManagementFactory;
import java.util.List;

import io.github.realtimespring.broadcast.BroadcastService;
import io.github.realtimespring.broadcast.Publication;
import io.github.realtimespring.session.SessionRegistry;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Shows everybody, every other second, how the server is doing and who is here.
 */
@Component
class ServerStatus {

	private final BroadcastService broadcasts;

	private final SessionRegistry sessions;

	private final Attendance attendance;

	private final ChatService chat;

	ServerStatus(BroadcastService broadcasts, SessionRegistry sessions, Attendance attendance, ChatService chat) {
		this.broadcasts = broadcasts;
		this.sessions = sessions;
		this.attendance = attendance;
		this.chat = chat;
	}

	@Scheduled(fixedRate = 2000)
	void publish() {
		this.attendance.look();
		if (this.sessions.size() > 0) {
			Publication status = Publication.of(Streams.STATUS, this.broadcasts.payload(status()));
			this.broadcasts.publishAll(List.of(status.asTransient())); // nobody needs an
																		// old one
		}
	}

	private Status status() {
		Runtime runtime = Runtime.getRuntime();
		return new Status(this.sessions.size(), this.chat.posted(), runtime.totalMemory() - runtime.freeMemory(),
				ManagementFactory.getRuntimeMXBean().getUptime(), this.attendance.people());
	}

	/**
	 * How the server is doing.
	 *
	 * @param connections the number of live connections
	 * @param messages the number of messages posted since the start
	 * @param heap the number of bytes in use
	 * @param uptime the time since the start, in milliseconds
	 * @param people everybody, here or not
	 */
	record Status(int connections, long messages, long heap, long uptime, List<Attendance.Person> people) {
	}

}
