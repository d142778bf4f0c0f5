/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.nio.ByteBuffer;
import java.util.Map;

import io.github.realtimespring.connection.ConnectionListener;
import io.github.realtimespring.protocol.DisconnectReason;
import io.github.realtimespring.session.Sessions;
import jakarta.websocket.Session;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

/**
 * Brings Spring's WebSocket sessions to the engine. Messages are taken in parts: asking
 * the container for whole ones would make it allocate a buffer of the greatest size for
 * every connection.
 * <p>
 * Nothing is thrown out of here. What Spring would do with it is log the session, whose
 * text holds the URI and with it possibly a token.
 */
class CableWebSocketHandler implements WebSocketHandler {

	static final String HANDSHAKE_ATTRIBUTE = CableHandshake.class.getName();

	private static final Log logger = LogFactory.getLog(CableWebSocketHandler.class);

	private static final String INBOX_ATTRIBUTE = Inbox.class.getName();

	private final Sessions sessions;

	private final ConnectionCloser closer;

	private final int maxMessageSize;

	CableWebSocketHandler(Sessions sessions, ConnectionCloser closer, int maxMessageSize) {
		this.sessions = sessions;
		this.closer = closer;
		this.maxMessageSize = maxMessageSize;
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession session) {
		Map<String, Object> attributes = session.getAttributes();
		CableHandshake handshake = (CableHandshake) attributes.remove(HANDSHAKE_ATTRIBUTE);
		Session nativeSession = ((NativeWebSocketSession) session).getNativeSession(Session.class);
		if (handshake == null || nativeSession == null) {
			logger.error("A connection came without the decision about its handshake");
			return;
		}
		JakartaConnection connection = new JakartaConnection(nativeSession, this.closer);
		DisconnectReason rejection = handshake.rejection();
		ConnectionListener listener = (rejection != null) ? this.sessions.refuse(connection, rejection)
				: this.sessions.open(connection, handshake.toHandshake());
		attributes.put(INBOX_ATTRIBUTE, new Inbox(connection, listener, this.maxMessageSize));
	}

	@Override
	public void handleMessage(WebSocketSession session, WebSocketMessage<?> message) {
		Inbox inbox = inbox(session);
		if (inbox == null) {
			return;
		}
		try {
			if (message instanceof TextMessage text) {
				inbox.text(text.getPayload(), text.isLast());
			}
			else if (message instanceof BinaryMessage binary) {
				inbox.binary(bytes(binary.getPayload()), binary.isLast());
			}
			else if (message instanceof PongMessage) {
				inbox.listener().pong();
			}
		}
		catch (RuntimeException ex) {
			logger.error("A client's message could not be handled", ex);
		}
	}

	@Override
	public void handleTransportError(WebSocketSession session, Throwable exception) {
		// a broken connection is closed next, and that is what counts
		logger.debug("A connection broke: " + exception.getClass().getName());
	}

	@Override
	public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
		Inbox inbox = inbox(session);
		if (inbox != null) {
			inbox.listener().closed(status.getCode());
		}
	}

	@Override
	public boolean supportsPartialMessages() {
		return true;
	}

	private static @Nullable Inbox inbox(WebSocketSession session) {
		return (Inbox) session.getAttributes().get(INBOX_ATTRIBUTE);
	}

	private static byte[] bytes(ByteBuffer buffer) {
		byte[] bytes = new byte[buffer.remaining()];
		buffer.get(bytes);
		return bytes;
	}

}
