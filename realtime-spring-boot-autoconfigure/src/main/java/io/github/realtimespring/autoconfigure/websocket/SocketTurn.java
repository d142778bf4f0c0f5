/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import org.jspecify.annotations.Nullable;

/**
 * Gives the socket to a write or to a ping, never to both. Tomcat ends a connection whose
 * ping has to wait for a message that is being sent; a slow client must not be ended for
 * that. A ping that comes during a write is left out, a write that comes during a ping
 * follows it.
 */
final class SocketTurn {

	private boolean writing;

	private boolean pinging;

	private @Nullable Runnable waiting;

	void write(Runnable write) {
		synchronized (this) {
			if (this.pinging) {
				this.waiting = write;
				return;
			}
			this.writing = true;
		}
		write.run();
	}

	synchronized void written() {
		this.writing = false;
	}

	void ping(Runnable ping) {
		synchronized (this) {
			if (this.writing || this.pinging) {
				return;
			}
			this.pinging = true;
		}
		try {
			ping.run();
		}
		finally {
			pinged();
		}
	}

	private void pinged() {
		Runnable write;
		synchronized (this) {
			this.pinging = false;
			write = this.waiting;
			this.waiting = null;
			this.writing = write != null;
		}
		if (write != null) {
			write.run();
		}
	}

}
