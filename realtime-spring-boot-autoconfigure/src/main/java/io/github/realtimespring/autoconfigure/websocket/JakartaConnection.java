/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.realtimespring.connection.Connection;
import io.github.realtimespring.connection.Frame;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import org.apache.tomcat.websocket.WsSession;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * A connection over the Jakarta WebSocket API. Text goes through the asynchronous remote,
 * one message in flight. Tomcat sends pings and close frames in a way that may wait for
 * the socket: they are bounded to a few milliseconds and leave this thread for the
 * closer's.
 */
final class JakartaConnection implements Connection {

	private static final boolean TOMCAT = ClassUtils.isPresent("org.apache.tomcat.websocket.WsSession",
			JakartaConnection.class.getClassLoader());

	private static final String CLOSE_TIMEOUT = "org.apache.tomcat.websocket.SESSION_CLOSE_TIMEOUT";

	private static final ByteBuffer EMPTY = ByteBuffer.allocate(0);

	/**
	 * In milliseconds: what a ping or a close frame may wait for the socket on Tomcat.
	 */
	private static final Map<String, Long> BOUNDS = Map.of("org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT", 50L,
			"org.apache.tomcat.websocket.ABNORMAL_SESSION_CLOSE_SEND_TIMEOUT", 50L);

	/** A stuck connection is given up at once. */
	private static final Map<String, Long> NO_WAIT = Map.of("org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT", 1L,
			"org.apache.tomcat.websocket.ABNORMAL_SESSION_CLOSE_SEND_TIMEOUT", 1L, CLOSE_TIMEOUT, 1L);

	private final SocketTurn turn = new SocketTurn();

	private final AtomicBoolean closing = new AtomicBoolean();

	private final AtomicBoolean dropped = new AtomicBoolean();

	private final Session session;

	private final ConnectionCloser closer;

	JakartaConnection(Session session, ConnectionCloser closer) {
		this.session = session;
		this.closer = closer;
		session.setMaxIdleTimeout(0);
		session.getAsyncRemote().setSendTimeout(0);
		session.getUserProperties().putAll(BOUNDS);
		session.getUserProperties().put(CLOSE_TIMEOUT, closer.closeTimeout().toMillis());
	}

	@Override
	public void write(List<Frame> frames, WriteCallback callback) {
		WriteCallback ending = new WriteCallback() {

			@Override
			public void written() {
				JakartaConnection.this.turn.written();
				callback.written();
			}

			@Override
			public void failed(Throwable cause) {
				JakartaConnection.this.turn.written();
				callback.failed(cause);
			}

		};
		this.turn.write(() -> new SequentialWrite(frames, ending, this::send).run());
	}

	@Override
	public void ping() {
		this.closer.execute(() -> this.turn.ping(this::sendPing));
	}

	@Override
	public void close(int code, String reason) {
		if (this.closing.compareAndSet(false, true)) {
			this.closer.execute(() -> close(new CloseReason(CloseReason.CloseCodes.getCloseCode(code), reason)));
		}
	}

	@Override
	public void drop() {
		if (this.dropped.compareAndSet(false, true)) {
			this.session.getUserProperties().putAll(NO_WAIT);
			this.closer.execute(() -> close(new CloseReason(CloseReason.CloseCodes.GOING_AWAY, "")));
		}
	}

	@Override
	public void suspendReading() {
		if (TOMCAT) {
			TomcatReading.suspend(this.session);
		}
	}

	@Override
	public void resumeReading() {
		if (TOMCAT) {
			TomcatReading.resume(this.session);
		}
	}

	private void send(Frame frame, SequentialWrite.Result result) {
		this.session.getAsyncRemote()
			.sendText(frame.text(), (sent) -> result.done(sent.isOK() ? null : failure(sent.getException())));
	}

	private void sendPing() {
		try {
			this.session.getAsyncRemote().sendPing(EMPTY.duplicate());
		}
		catch (IOException | RuntimeException ex) {
			// the connection is closed already, or is about to be
		}
	}

	private static Throwable failure(@Nullable Throwable cause) {
		return (cause != null) ? cause : new IOException("The message could not be sent");
	}

	private void close(CloseReason reason) {
		try {
			this.session.close(reason);
		}
		catch (IOException | RuntimeException ex) {
			// it is closed already
		}
	}

	/**
	 * Only loaded where Tomcat is.
	 */
	private static final class TomcatReading {

		private TomcatReading() {
		}

		static void suspend(Session session) {
			if (session instanceof WsSession tomcat) {
				tomcat.suspend();
			}
		}

		static void resume(Session session) {
			if (session instanceof WsSession tomcat) {
				tomcat.resume();
			}
		}

	}

}
