/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.sample;

import java.time.Instant;

/**
 * A message in a room.
 *
 * @param id orders the messages of a room, also across restarts of the application
 * @param room the name of the room
 * @param author the name of the user who wrote it
 * @param text the text
 * @param sentAt when it was sent
 */
record ChatMessage(long id, String room, String author, String text, Instant sentAt) {
}
