/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.metrics;

import java.util.List;
import java.util.concurrent.CompletionException;

import io.github.realtimespring.broadcast.PublishException;
import io.github.realtimespring.broadcast.PublishResult;

/**
 * What became of publications, for tags. In the order of increasing concern.
 */
enum PublishOutcome {

	/** The backend took it. */
	ACCEPTED,

	/** It waits for the end of a transaction. */
	DEFERRED,

	/** The backend may or may not have it. */
	UNKNOWN,

	/** It cannot be published as it is. */
	INVALID,

	/** The backend did not take it. */
	UNAVAILABLE,

	/** Something is broken. */
	ERROR;

	static PublishOutcome of(PublishResult result) {
		return switch (result.outcome()) {
			case ACCEPTED -> ACCEPTED;
			case DEFERRED -> DEFERRED;
			case UNKNOWN -> UNKNOWN;
		};
	}

	/** The one of most concern. */
	static PublishOutcome of(List<PublishResult> results) {
		PublishOutcome worst = ACCEPTED;
		for (PublishResult result : results) {
			PublishOutcome outcome = of(result);
			worst = (outcome.compareTo(worst) > 0) ? outcome : worst;
		}
		return worst;
	}

	static PublishOutcome of(Throwable failure) {
		Throwable cause = (failure instanceof CompletionException && failure.getCause() != null) ? failure.getCause()
				: failure;
		if (cause instanceof PublishException) {
			return UNAVAILABLE;
		}
		return (cause instanceof IllegalArgumentException) ? INVALID : ERROR;
	}

}
