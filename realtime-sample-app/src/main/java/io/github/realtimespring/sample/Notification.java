/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.sample;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened around a user.
 *
 * @param kind what happened: {@code joined}, {@code mentioned}, {@code online} or
 * {@code offline}
 * @param user the name of the user who did it
 * @param room the name of the room it happened in, or {@code null} if in none
 * @param at when it happened
 */
record Notification(String kind, String user, @Nullable String room, Instant at) {
}
