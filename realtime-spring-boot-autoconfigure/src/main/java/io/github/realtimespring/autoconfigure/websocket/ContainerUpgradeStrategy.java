/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.servlet.ServletContext;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.util.ClassUtils;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.RequestUpgradeStrategy;
import org.springframework.web.socket.server.standard.StandardWebSocketUpgradeStrategy;

/**
 * Chooses the strategy by the container that serves. Spring chooses by what is on the
 * class path, and with Jetty's jars beside a serving Tomcat every handshake fails.
 */
final class ContainerUpgradeStrategy implements RequestUpgradeStrategy {

	private static final boolean JETTY = ClassUtils.isPresent(
			"org.eclipse.jetty.ee11.websocket.server.JettyWebSocketServerContainer",
			ContainerUpgradeStrategy.class.getClassLoader());

	private final RequestUpgradeStrategy standard = new StandardWebSocketUpgradeStrategy();

	private final @Nullable RequestUpgradeStrategy jetty;

	ContainerUpgradeStrategy(Supplier<RequestUpgradeStrategy> jetty) {
		this.jetty = JETTY ? jetty.get() : null;
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
			Map<String, Object> attributes) {
		ServletContext context = ((ServletServerHttpRequest) request).getServletRequest().getServletContext();
		RequestUpgradeStrategy strategy = (this.jetty != null && JettyUpgradeStrategy.serves(context)) ? this.jetty
				: this.standard;
		strategy.upgrade(request, response, selectedProtocol, selectedExtensions, user, wsHandler, attributes);
	}

}
