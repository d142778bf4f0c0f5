/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

import io.github.realtimespring.connection.Connection;
import io.github.realtimespring.connection.ConnectionListener;
import io.github.realtimespring.connection.Outbox;
import io.github.realtimespring.connection.OutboxListener;
import io.github.realtimespring.protocol.CableCodec;
import io.github.realtimespring.protocol.DisconnectReason;
import io.github.realtimespring.protocol.ServerMessage;

/**
 * Where transports bring their connections.
 */
public final class Sessions {

	private final SessionContext context;

	private final SessionRegistry registry;

	/**
	 * Create the entrance.
	 * @param context what all sessions share
	 * @param registry where sessions are registered
	 */
	public Sessions(SessionContext context, SessionRegistry registry) {
		this.context = context;
		this.registry = registry;
	}

	/**
	 * Start a session on a connection.
	 * @param connection the connection, ready to be written to
	 * @param handshake what was agreed on
	 * @return what the transport has to tell of the connection
	 */
	public ConnectionListener open(Connection connection, Handshake handshake) {
		return Session.open(this.context, this.registry, connection, handshake);
	}

	/**
	 * Tell a client why it is refused, and close. No session is made.
	 * @param connection the connection, ready to be written to
	 * @param reason why
	 * @return what the transport has to tell of the connection
	 */
	public ConnectionListener refuse(Connection connection, DisconnectReason reason) {
		Refusal refusal = new Refusal(connection, this.context);
		refusal.outbox.close(CableCodec.encode(new ServerMessage.Disconnect(reason, reason.reconnect())),
				reason.closeCode(), reason.closeText());
		return refusal;
	}

	/**
	 * A connection that only hears why it is refused.
	 */
	private static final class Refusal implements ConnectionListener, OutboxListener {

		private final Outbox outbox;

		Refusal(Connection connection, SessionContext context) {
			this.outbox = new Outbox(connection, this, context.settings().outbox(), context.timers(),
					context.traffic());
		}

		@Override
		public void message(byte[] message) {
		}

		@Override
		public void pong() {
		}

		@Override
		public void closed(int code) {
			this.outbox.discard();
		}

		@Override
		public void overflow() {
		}

		@Override
		public void timedOut() {
		}

		@Override
		public void failed() {
		}

	}

}
