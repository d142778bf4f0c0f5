/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.connection;

/**
 * What an outbox tells about itself. The methods do not block and do not throw; they are
 * called from whatever thread offered or finished a write.
 */
public interface OutboxListener {

	/**
	 * A frame was offered while the outbox held as much as it may. The frame is lost and
	 * the connection must be ended.
	 */
	void overflow();

	/**
	 * A write did not end in time. The connection is dropped next.
	 */
	void timedOut();

	/**
	 * A write failed. The connection is dropped next.
	 */
	void failed();

}
