/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.metrics;

import java.util.List;
import java.util.function.Supplier;

import io.github.realtimespring.broadcast.PublishResult;

/**
 * Measures publishing.
 */
interface PublishMeasurement {

	/**
	 * Somebody starts to publish.
	 * @param publications how many publications
	 * @return what is told how it goes on; exactly one of its ends is called
	 */
	Publishing begin(int publications);

	/**
	 * Publishing that is under way.
	 */
	interface Publishing {

		/**
		 * Run what is done on the caller's thread.
		 * @param <T> the type of the result
		 * @param call the call
		 * @return its result
		 */
		default <T> T run(Supplier<T> call) {
			return call.get();
		}

		/**
		 * It came to an end.
		 * @param results what became of each publication
		 */
		void ended(List<PublishResult> results);

		/**
		 * Nothing was published, or not all.
		 * @param failure why
		 */
		void failed(Throwable failure);

	}

}
