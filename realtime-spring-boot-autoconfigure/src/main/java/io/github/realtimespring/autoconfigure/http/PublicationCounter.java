/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import io.github.realtimespring.autoconfigure.PublicationSource;

/**
 * Is told what became of everything that was sent to the endpoints for publishers. Called
 * by the thread of the request, so it must not block.
 */
public interface PublicationCounter {

	/**
	 * Publications or commands were taken.
	 * @param source the endpoint that took them
	 * @param count how many
	 */
	void accepted(PublicationSource source, int count);

	/**
	 * A request, or one entry of a batch that was skipped, was not taken.
	 * @param source the endpoint that did not take it
	 * @param reason why
	 */
	void failed(PublicationSource source, PublicationFailure reason);

}
