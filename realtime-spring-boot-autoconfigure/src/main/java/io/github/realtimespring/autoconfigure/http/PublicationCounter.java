/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

/**
 * Is told what became of everything that was sent to the endpoints for publishers. Called
 * by the thread of the request, so it must not block.
 */
public interface PublicationCounter {

	/**
	 * Publications or commands were taken.
	 * @param count how many
	 */
	void accepted(int count);

	/**
	 * A request, or one entry of a batch that was skipped, was not taken.
	 * @param reason why
	 */
	void failed(PublicationFailure reason);

}
