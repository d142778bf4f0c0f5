/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.channel;

import java.util.List;

/**
 * What a channel decided on a subscription.
 */
public sealed interface SubscribeDecision {

	/**
	 * Refuse it.
	 * @return the decision
	 */
	static SubscribeDecision reject() {
		return Rejected.INSTANCE;
	}

	/**
	 * Confirm it.
	 * @param streams the streams whose messages it receives
	 * @return the decision
	 */
	static SubscribeDecision confirm(List<String> streams) {
		return new Confirmed(streams, false);
	}

	/**
	 * Confirm it, and let its client whisper to the first of its streams.
	 * @param streams the streams whose messages it receives
	 * @return the decision
	 */
	static SubscribeDecision confirmWithWhisper(List<String> streams) {
		return new Confirmed(streams, true);
	}

	/**
	 * The subscription is confirmed.
	 *
	 * @param streams the streams whose messages it receives, possibly none
	 * @param whisper whether its client may whisper
	 */
	record Confirmed(List<String> streams, boolean whisper) implements SubscribeDecision {

		public Confirmed {
			streams = List.copyOf(streams);
		}

	}

	/**
	 * The subscription is refused.
	 */
	record Rejected() implements SubscribeDecision {

		private static final Rejected INSTANCE = new Rejected();

	}

}
