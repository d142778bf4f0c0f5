/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.broadcast;

/**
 * A command to every instance. A closed list: nothing a publisher sends adds to it.
 */
public sealed interface RemoteCommand {

	/**
	 * Disconnect connections.
	 *
	 * @param target how they are found
	 * @param value the value to find
	 * @param reconnect whether the clients should come back
	 */
	record Disconnect(Target target, String value, boolean reconnect) implements RemoteCommand {

		/**
		 * Shows no value: it may hold personal data.
		 */
		@Override
		public String toString() {
			return "Disconnect[" + this.target + "]";
		}

	}

	/**
	 * How connections are found.
	 */
	enum Target {

		/** By the connection identifiers, byte for byte. */
		IDENTIFIERS,

		/** By the id of the connection. */
		CONNECTION,

		/** By the name of the user. */
		PRINCIPAL,

		/** By the id of the token. */
		TOKEN

	}

}
