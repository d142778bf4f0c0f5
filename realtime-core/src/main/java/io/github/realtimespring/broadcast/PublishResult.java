/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.broadcast;

import org.jspecify.annotations.Nullable;

/**
 * What became of a publication.
 *
 * @param outcome whether the backend has it
 * @param position where the backend put it, or {@code null} if it is not kept
 * @param localReceivers how many subscriptions of this instance it was handed to
 */
public record PublishResult(Outcome outcome, @Nullable Position position, int localReceivers) {

	/**
	 * What is known about a publication.
	 */
	public enum Outcome {

		/** The backend took it. */
		ACCEPTED,

		/** It will be published when the current transaction commits. */
		DEFERRED,

		/** The backend did not answer in time; it may or may not have it. */
		UNKNOWN

	}

}
