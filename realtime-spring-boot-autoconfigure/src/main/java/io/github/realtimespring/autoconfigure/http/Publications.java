/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.util.Map;

import io.github.realtimespring.broadcast.Payload;
import io.github.realtimespring.broadcast.Publication;
import io.github.realtimespring.stream.SignedStreamService;
import io.github.realtimespring.stream.StreamName;
import org.jspecify.annotations.Nullable;

/**
 * Makes publications of parsed JSON objects. {@code meta.broadcast_type}, by which
 * AnyCable lets a publisher send messages of the protocol itself, is ignored like every
 * other member that is not named here.
 */
final class Publications {

	private Publications() {
	}

	static boolean hasStream(Map<?, ?> entry) {
		return entry.get("stream") instanceof String stream && !stream.isEmpty();
	}

	static Publication publication(Map<?, ?> entry) {
		if (!(entry.get("stream") instanceof String stream) || !StreamName.isValid(stream)) {
			throw Refusal
				.invalid("'stream' must be a string of 1 to " + SignedStreamService.MAX_NAME_LENGTH + " characters.");
		}
		return withMeta(Publication.of(stream, Payload.jsonOrText(data(entry))), entry.get("meta"));
	}

	private static String data(Map<?, ?> entry) {
		if (!entry.containsKey("data")) {
			return "";
		}
		if (!(entry.get("data") instanceof String data)) {
			throw Refusal.invalid("'data' must be a string. Encode objects, numbers and null as JSON once more, so "
					+ "that {\"a\":1} becomes \"{\\\"a\\\":1}\".");
		}
		return data;
	}

	private static Publication withMeta(Publication publication, @Nullable Object meta) {
		if (meta == null) {
			return publication;
		}
		if (!(meta instanceof Map<?, ?> members)) {
			throw Refusal.invalid("'meta' must be an object.");
		}
		Object excluded = members.get("exclude_socket");
		if (excluded != null && !(excluded instanceof String)) {
			throw Refusal.invalid("'meta.exclude_socket' must be a string: the 'sessionId' of the client.");
		}
		Object isTransient = members.get("transient");
		if (isTransient != null && !(isTransient instanceof Boolean)) {
			throw Refusal.invalid("'meta.transient' must be true or false.");
		}
		Publication result = publication.exclude((String) excluded);
		return (Boolean.TRUE.equals(isTransient)) ? result.asTransient() : result;
	}

}
