/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.util.List;

import io.github.realtimespring.broadcast.Publication;

/**
 * What a publisher wants.
 */
sealed interface Instruction {

	/**
	 * Publish.
	 *
	 * @param publications what to publish, in order
	 * @param skipped the entries of a batch that are left out, lenient only
	 */
	record Publish(List<Publication> publications, List<Refusal> skipped) implements Instruction {
	}

	/**
	 * End connections.
	 *
	 * @param identifiers the identifiers that they have
	 * @param reconnect whether the clients should come back
	 */
	record Disconnect(String identifiers, boolean reconnect) implements Instruction {
	}

}
