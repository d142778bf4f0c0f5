/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.sample;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rooms of the chat.
 */
enum Room {

	GENERAL("Whatever everybody should see"), ENGINEERING("What we build, and why it broke"),
	RANDOM("Cats, coffee, weekend plans");

	private final String topic;

	Room(String topic) {
		this.topic = topic;
	}

	/** The name of the room in addresses. */
	String slug() {
		return name().toLowerCase(Locale.ROOT);
	}

	String topic() {
		return this.topic;
	}

	static Optional<Room> find(String slug) {
		return Stream.of(values()).filter((room) -> room.slug().equals(slug)).findFirst();
	}

}
