/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Map;

import io.github.realtimespring.session.Sessions;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.ee11.websocket.server.JettyWebSocketServerContainer;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeFailureException;
import org.springframework.web.socket.server.RequestUpgradeStrategy;

/**
 * Upgrades on Jetty. Unlike Spring's strategy it leaves out extensions, which Jetty would
 * negotiate by itself, and hands the connection to {@link JettyEndpoint}, which can
 * suspend reading.
 */
final class JettyUpgradeStrategy implements RequestUpgradeStrategy {

	private final Sessions sessions;

	private final int maxMessageSize;

	JettyUpgradeStrategy(Sessions sessions, int maxMessageSize) {
		this.sessions = sessions;
		this.maxMessageSize = maxMessageSize;
	}

	@Override
	public String[] getSupportedVersions() {
		return new String[] { "13" };
	}

	@Override
	public List<WebSocketExtension> getSupportedExtensions(ServerHttpRequest request) {
		return List.of();
	}

	@Override
	public void upgrade(ServerHttpRequest request, ServerHttpResponse response, @Nullable String selectedProtocol,
			List<WebSocketExtension> selectedExtensions, @Nullable Principal user, WebSocketHandler wsHandler,
			Map<String, Object> attributes) throws HandshakeFailureException {
		HttpServletRequest servletRequest = ((ServletServerHttpRequest) request).getServletRequest();
		ServletContext context = servletRequest.getServletContext();
		CableHandshake handshake = (CableHandshake) attributes.get(CableWebSocketHandler.HANDSHAKE_ATTRIBUTE);
		if (handshake == null) {
			throw new HandshakeFailureException("The handshake was not decided");
		}
		try {
			JettyWebSocketServerContainer.getContainer(context).upgrade((upgradeRequest, upgradeResponse) -> {
				if (selectedProtocol != null) {
					upgradeResponse.setAcceptedSubProtocol(selectedProtocol);
				}
				upgradeResponse.setExtensions(List.of());
				return new JettyEndpoint(this.sessions, handshake, this.maxMessageSize);
			}, servletRequest, ((ServletServerHttpResponse) response).getServletResponse());
		}
		catch (IOException ex) {
			throw new HandshakeFailureException("Jetty failed to upgrade the connection", ex);
		}
	}

	/**
	 * Whether Jetty serves a request.
	 * @param context the servlet context
	 * @return {@code true} if it does
	 */
	static boolean serves(ServletContext context) {
		return context.getAttribute(JettyWebSocketServerContainer.JETTY_WEBSOCKET_CONTAINER_ATTRIBUTE) != null;
	}

}
