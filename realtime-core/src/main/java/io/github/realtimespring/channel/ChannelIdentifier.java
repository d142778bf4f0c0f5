/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.channel;

import java.util.Map;
import java.util.Optional;

import io.github.realtimespring.json.JsonValues;
import org.jspecify.annotations.Nullable;

/**
 * The parsed view of a subscription's identifier. What is in it came from a client: it is
 * only ever looked up, never evaluated.
 *
 * @param channel the name of the channel
 * @param parameters all members of the identifier, the channel included
 */
public record ChannelIdentifier(String channel, Map<String, Object> parameters) {

	/**
	 * Parse an identifier.
	 * @param identifier the identifier as the client sent it
	 * @return the parsed view, or empty if it is not a JSON object that names a channel
	 */
	public static Optional<ChannelIdentifier> parse(String identifier) {
		Map<String, Object> parameters = JsonValues.readObject(identifier);
		if (parameters != null && parameters.get("channel") instanceof String channel) {
			return Optional.of(new ChannelIdentifier(channel, parameters));
		}
		return Optional.empty();
	}

	/**
	 * Whether a parameter is missing, {@code null} or the empty text.
	 * @param name the name
	 * @return {@code true} if it is
	 */
	public boolean isAbsent(String name) {
		Object value = this.parameters.get(name);
		return value == null || "".equals(value);
	}

	/**
	 * A parameter that is a text.
	 * @param name the name
	 * @return the text, or {@code null} if it is missing or something else
	 */
	public @Nullable String text(String name) {
		return (this.parameters.get(name) instanceof String text) ? text : null;
	}

}
