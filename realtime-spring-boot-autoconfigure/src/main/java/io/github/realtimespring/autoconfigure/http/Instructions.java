/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.realtimespring.broadcast.Publication;
import org.jspecify.annotations.Nullable;

/**
 * Makes instructions of parsed bodies, by AnyCable's rules: what has a stream is a
 * publication, else what has a command is a command; commands cannot be batched. A strict
 * batch is taken as a whole or not at all. Of a lenient one, the first entry decides
 * whether it is a batch, and other bad entries are left out.
 */
final class Instructions {

	private final boolean lenient;

	Instructions(boolean lenient) {
		this.lenient = lenient;
	}

	Instruction read(Envelope envelope) {
		if (envelope.batch()) {
			return batch(envelope.entries());
		}
		if (!(envelope.entries().get(0) instanceof Map<?, ?> entry)) {
			throw Refusal.invalid("Send a JSON object with 'stream' and 'data', or an array of such objects.");
		}
		if (!Publications.hasStream(entry) && isText(entry.get("command"))) {
			return command(entry);
		}
		return new Instruction.Publish(List.of(Publications.publication(entry)), List.of());
	}

	private Instruction batch(List<@Nullable Object> entries) {
		if (entries.isEmpty()) {
			throw Refusal.invalid("The array is empty. Send at least one publication.");
		}
		List<Publication> publications = new ArrayList<>(entries.size());
		List<Refusal> skipped = new ArrayList<>();
		for (int i = 0; i < entries.size(); i++) {
			try {
				publications.add(element(entries.get(i)));
			}
			catch (Refusal refusal) {
				Refusal named = Refusal.invalid("Entry " + i + " (the first is 0): " + refusal.detail()
						+ ((this.lenient) ? "" : " Nothing of the batch was published."));
				if (!this.lenient || i == 0) {
					throw named;
				}
				skipped.add(named);
			}
		}
		return new Instruction.Publish(publications, skipped);
	}

	private static Publication element(@Nullable Object entry) {
		if (!(entry instanceof Map<?, ?> members)) {
			throw Refusal.invalid("it is not an object with 'stream' and 'data'.");
		}
		if (!Publications.hasStream(members) && members.containsKey("command")) {
			throw Refusal.invalid("commands cannot be in a batch.");
		}
		return Publications.publication(members);
	}

	private static Instruction command(Map<?, ?> entry) {
		if (!"disconnect".equals(entry.get("command"))) {
			throw Refusal.invalid("The command is unknown. The only one is 'disconnect'.");
		}
		if (!(entry.get("payload") instanceof Map<?, ?> payload)
				|| !(payload.get("identifier") instanceof String identifiers)) {
			throw Refusal.invalid("The command needs a 'payload' with an 'identifier': the connection identifiers as "
					+ "a string, exactly as in the token.");
		}
		Object reconnect = payload.get("reconnect");
		if (reconnect == null) {
			return new Instruction.Disconnect(identifiers, false);
		}
		if (!(reconnect instanceof Boolean value)) {
			throw Refusal.invalid("'reconnect' must be true or false.");
		}
		return new Instruction.Disconnect(identifiers, value);
	}

	private static boolean isText(@Nullable Object value) {
		return value instanceof String text && !text.isEmpty();
	}

}
