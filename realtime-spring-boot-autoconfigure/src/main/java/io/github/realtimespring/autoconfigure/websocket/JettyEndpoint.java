/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.realtimespring.connection.Connection;
import io.github.realtimespring.connection.Frame;
import io.github.realtimespring.protocol.DisconnectReason;
import io.github.realtimespring.session.Sessions;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/**
 * A connection over Jetty's own WebSocket API, which is asynchronous throughout. Every
 * message is demanded, so that reading can be suspended.
 */
public final class JettyEndpoint implements Session.Listener, Connection {

	private final AtomicBoolean closing = new AtomicBoolean();

	private final Sessions sessions;

	private final CableHandshake handshake;

	private final int maxMessageSize;

	private @Nullable Session session;

	private @Nullable Inbox inbox;

	/** Guarded by this, as is the field below. */
	private boolean suspended;

	private boolean demandOwed;

	JettyEndpoint(Sessions sessions, CableHandshake handshake, int maxMessageSize) {
		this.sessions = sessions;
		this.handshake = handshake;
		this.maxMessageSize = maxMessageSize;
	}

	@Override
	public void onWebSocketOpen(Session session) {
		this.session = session;
		session.setIdleTimeout(Duration.ZERO);
		session.setMaxTextMessageSize(this.maxMessageSize);
		session.setMaxBinaryMessageSize(this.maxMessageSize);
		DisconnectReason rejection = this.handshake.rejection();
		this.inbox = new Inbox(this, (rejection != null) ? this.sessions.refuse(this, rejection)
				: this.sessions.open(this, this.handshake.toHandshake()), this.maxMessageSize);
		session.demand();
	}

	@Override
	public void onWebSocketText(String message) {
		inbox().text(message, true);
		demand();
	}

	@Override
	public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
		byte[] message = new byte[payload.remaining()];
		payload.get(message);
		callback.succeed();
		inbox().binary(message, true);
		demand();
	}

	@Override
	public void onWebSocketPong(ByteBuffer payload) {
		inbox().listener().pong();
		demand();
	}

	@Override
	public void onWebSocketPing(ByteBuffer payload) {
		session().sendPong(payload, Callback.NOOP);
		demand();
	}

	@Override
	public void onWebSocketError(Throwable cause) {
		// clients come and go without a close frame all the time; the close is told next
	}

	@Override
	public void onWebSocketClose(int statusCode, String reason, Callback callback) {
		inbox().listener().closed(statusCode);
		callback.succeed();
	}

	@Override
	public void write(List<Frame> frames, WriteCallback callback) {
		new SequentialWrite(frames, callback, this::send).run();
	}

	@Override
	public void ping() {
		session().sendPing(ByteBuffer.allocate(0), Callback.NOOP);
	}

	@Override
	public void close(int code, String reason) {
		if (this.closing.compareAndSet(false, true)) {
			session().close(code, reason, Callback.NOOP);
		}
	}

	@Override
	public void drop() {
		session().disconnect();
	}

	@Override
	public synchronized void suspendReading() {
		this.suspended = true;
	}

	@Override
	public void resumeReading() {
		synchronized (this) {
			this.suspended = false;
			if (!this.demandOwed) {
				return;
			}
			this.demandOwed = false;
		}
		demand();
	}

	private void demand() {
		synchronized (this) {
			if (this.suspended) {
				this.demandOwed = true;
				return;
			}
		}
		Session session = session();
		if (session.isOpen()) {
			session.demand();
		}
	}

	private void send(Frame frame, SequentialWrite.Result result) {
		session().sendText(frame.text(), Callback.from(() -> result.done(null), result::done));
	}

	private Session session() {
		return Objects.requireNonNull(this.session);
	}

	private Inbox inbox() {
		return Objects.requireNonNull(this.inbox);
	}

}
