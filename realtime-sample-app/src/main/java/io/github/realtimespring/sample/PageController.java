/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.sample;

import java.security.Principal;
import java.util.List;
import java.util.stream.Stream;

import io.github.realtimespring.autoconfigure.CableProperties;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The pages. Each comes with a token for the connection and with signed names of the
 * streams it may subscribe to.
 */
@Controller
class PageController {

	private final CableProperties cable;

	private final ConnectionTokens tokens;

	private final Streams streams;

	PageController(CableProperties cable, ConnectionTokens tokens, Streams streams) {
		this.cable = cable;
		this.tokens = tokens;
		this.streams = streams;
	}

	@GetMapping("/login")
	String login(Model model) {
		model.addAttribute("users", DemoUser.values());
		return "login";
	}

	@GetMapping("/")
	String home() {
		return "redirect:/rooms/" + Room.GENERAL.slug();
	}

	@GetMapping("/rooms/{room}")
	String room(@PathVariable Room room, Principal principal, Model model) {
		String user = principal.getName();
		model.addAttribute("cablePath", this.cable.path().get(0));
		model.addAttribute("token", this.tokens.issue(user).token());
		model.addAttribute("user", DemoUser.of(user));
		List<RoomLink> rooms = Stream.of(Room.values()).map((any) -> link(any, user)).toList();
		model.addAttribute("rooms", rooms);
		model.addAttribute("current", rooms.get(room.ordinal()));
		model.addAttribute("notifications", this.streams.sign(Streams.notificationsOf(user), user));
		model.addAttribute("status", this.streams.sign(Streams.STATUS, user));
		return "chat";
	}

	private RoomLink link(Room room, String user) {
		return new RoomLink(room.slug(), room.topic(), this.streams.sign(Streams.of(room), user));
	}

	/**
	 * A room that the page links to and whose messages it receives.
	 *
	 * @param slug the name of the room
	 * @param topic what it is about
	 * @param stream the signed name of its stream
	 */
	record RoomLink(String slug, String topic, String stream) {
	}

}
