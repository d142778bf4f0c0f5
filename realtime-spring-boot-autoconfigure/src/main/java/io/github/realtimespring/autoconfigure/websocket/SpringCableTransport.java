/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.realtimespring.protocol.CableProtocol;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeFailureException;
import org.springframework.web.socket.server.RequestUpgradeStrategy;
import org.springframework.web.socket.server.support.AbstractHandshakeHandler;

/**
 * The transport that runs on every servlet container: Spring's handshake and handler,
 * with the container's asynchronous sends. Compression is declined: negotiated by
 * default, it costs more memory than everything else about a connection.
 */
class SpringCableTransport implements CableTransport {

	private static final String EXTENSIONS = "Sec-WebSocket-Extensions";

	private final WebSocketHandler handler;

	private final Handshakes handshakes;

	SpringCableTransport(WebSocketHandler handler, RequestUpgradeStrategy strategy) {
		this.handler = handler;
		this.handshakes = new Handshakes(strategy);
	}

	@Override
	public String name() {
		return "spring";
	}

	@Override
	public void upgrade(HttpServletRequest request, HttpServletResponse response, CableHandshake handshake)
			throws UpgradeException {
		Map<String, Object> attributes = new HashMap<>(4);
		attributes.put(CableWebSocketHandler.HANDSHAKE_ATTRIBUTE, handshake);
		try (ServletServerHttpResponse springResponse = new ServletServerHttpResponse(response)) {
			ServletServerHttpRequest springRequest = new ServletServerHttpRequest(new WithoutExtensions(request));
			if (!this.handshakes.doHandshake(springRequest, springResponse, this.handler, attributes)) {
				throw new UpgradeException("Spring refused it with status " + response.getStatus());
			}
		}
		catch (HandshakeFailureException ex) {
			// its message may quote the request
			throw new UpgradeException(
					(ex.getCause() != null) ? ex.getCause().getClass().getName() : ex.getClass().getName());
		}
	}

	/**
	 * A request that offers no extensions. Tomcat negotiates compression by itself
	 * whenever it is offered, whatever the handshake handler decides.
	 */
	private static final class WithoutExtensions extends HttpServletRequestWrapper {

		WithoutExtensions(HttpServletRequest request) {
			super(request);
		}

		@Override
		public Enumeration<String> getHeaders(String name) {
			return EXTENSIONS.equalsIgnoreCase(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
		}

		@Override
		public @Nullable String getHeader(String name) {
			return EXTENSIONS.equalsIgnoreCase(name) ? null : super.getHeader(name);
		}

	}

	/**
	 * Spring's handshake with our decisions: the sub-protocol was selected before, and no
	 * extension is accepted.
	 */
	private static final class Handshakes extends AbstractHandshakeHandler {

		Handshakes(RequestUpgradeStrategy strategy) {
			super(strategy);
			setSupportedProtocols(CableProtocol.subProtocols().toArray(String[]::new));
		}

		@Override
		protected @Nullable String selectProtocol(List<String> requested, WebSocketHandler handler) {
			return CableProtocol.select(requested).map(CableProtocol::subProtocol).orElse(null);
		}

		@Override
		protected List<WebSocketExtension> filterRequestedExtensions(ServerHttpRequest request,
				List<WebSocketExtension> requested, List<WebSocketExtension> supported) {
			return List.of();
		}

	}

}
