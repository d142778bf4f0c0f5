/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.connection;

/**
 * What a transport tells about a connection. {@link #message} and {@link #pong} are never
 * called concurrently for one connection; {@link #closed} may come from any thread and is
 * the last call. No method blocks and none throws.
 */
public interface ConnectionListener {

	/**
	 * A complete message came in.
	 * @param message the payload; of a text message valid UTF-8
	 */
	void message(byte[] message);

	/**
	 * A native pong came in.
	 */
	void pong();

	/**
	 * The connection is gone. Calls after the first have no effect.
	 * @param code the close code, 1006 if there was no close frame
	 */
	void closed(int code);

}
