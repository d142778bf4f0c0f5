/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.sample;

import java.security.Principal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * What the page's script calls. What it receives comes through the streams.
 */
@RestController
@RequestMapping("/rooms/{room}")
class ChatController {

	private static final int MAX_LENGTH = 2000;

	private final ChatService chat;

	private final Attendance attendance;

	ChatController(ChatService chat, Attendance attendance) {
		this.chat = chat;
		this.attendance = attendance;
	}

	@GetMapping("/messages")
	List<ChatMessage> messages(@PathVariable Room room, @RequestParam(defaultValue = "0") long after) {
		return this.chat.after(room, after);
	}

	/**
	 * Post a message.
	 * @param connectionId the id of the page's connection; clients of Action Cable send
	 * it under this name
	 */
	@PostMapping("/messages")
	@ResponseStatus(HttpStatus.CREATED)
	ChatMessage post(@PathVariable Room room, @RequestBody Draft draft, Principal user,
			@RequestHeader(name = "X-Socket-ID", required = false) @Nullable String connectionId) {
		if (!StringUtils.hasText(draft.text()) || draft.text().length() > MAX_LENGTH) {
			throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT,
					"A message has 1 to %d characters".formatted(MAX_LENGTH));
		}
		return this.chat.post(room, user.getName(), draft.text().strip(), connectionId);
	}

	@PutMapping("/visit")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void visit(@PathVariable Room room, Principal user) {
		this.attendance.join(user.getName(), room);
	}

	/**
	 * A message that is yet to be posted.
	 *
	 * @param text the text
	 */
	record Draft(@Nullable String text) {
	}

}
