/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.broadcast;

/**
 * Where a backend puts what it receives. No method blocks.
 */
public interface BackendSink {

	/**
	 * A publication came in. For one stream, the calls come one after another and in the
	 * stream's order.
	 * @param publication the publication
	 */
	void deliver(Publication publication);

	/**
	 * Publications of a stream were lost and cannot be had any more.
	 * @param stream the stream
	 */
	void gap(String stream);

	/**
	 * Run a command here.
	 * @param command the command
	 * @return the number of connections that it concerned
	 */
	int execute(RemoteCommand command);

	/**
	 * The backend receives again.
	 */
	void up();

	/**
	 * The backend receives no more.
	 */
	void down();

}
