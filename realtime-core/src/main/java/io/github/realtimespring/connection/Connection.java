/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.connection;

import java.util.List;

/**
 * What a transport gives: one WebSocket, seen from above.
 * <p>
 * No method blocks, ever: what cannot be done at once is done by the transport later, on
 * a thread of its own. All methods may be called from any thread; {@link #write} is
 * called for one batch at a time, the next one only after the callback of the last.
 */
public interface Connection {

	/**
	 * Start to write frames, in this order. The transport may return before they are
	 * written; the list is not changed until the callback was called.
	 * @param frames the frames, at least one
	 * @param callback told exactly once, possibly during this call, from any thread
	 */
	void write(List<Frame> frames, WriteCallback callback);

	/**
	 * Send a native WebSocket ping if that is possible without waiting. Only called while
	 * no write is under way. A connection that cannot take it now leaves it out.
	 */
	void ping();

	/**
	 * Start the close handshake. Only called while no write is under way. Calls after the
	 * first have no effect.
	 * @param code the close code
	 * @param reason the text of the close frame, at most 123 bytes in UTF-8
	 */
	void close(int code, String reason);

	/**
	 * End the connection at once, without a close frame, whatever is under way.
	 */
	void drop();

	/**
	 * Take no further messages from the client until {@link #resumeReading()}.
	 */
	void suspendReading();

	/**
	 * Go on taking messages from the client.
	 */
	void resumeReading();

	/**
	 * Told about the end of a write.
	 */
	interface WriteCallback {

		/**
		 * All frames were handed to the operating system.
		 */
		void written();

		/**
		 * The frames could not be written; the connection is broken.
		 * @param cause what happened
		 */
		void failed(Throwable cause);

	}

}
