/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.util.stream.Collectors;

import io.github.realtimespring.RealtimeServer;
import io.github.realtimespring.autoconfigure.CableProperties;
import io.github.realtimespring.autoconfigure.InboundProperties;
import io.github.realtimespring.autoconfigure.RealtimePaths;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * Configuration of the cable endpoints and of the transport behind them. The mapping is
 * our own: an application may use {@code @EnableWebSocket} beside it or not.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebsocketProperties.class)
class CableConfiguration {

	@Bean
	ConnectionCloser realtimeConnectionCloser() {
		return new ConnectionCloser();
	}

	@Bean
	@ConditionalOnMissingBean(CableTransport.class)
	SpringCableTransport realtimeCableTransport(RealtimeServer server, ConnectionCloser closer,
			InboundProperties inbound) {
		int maxMessageSize = Math.toIntExact(inbound.maxMessageSize().toBytes());
		return new SpringCableTransport(new CableWebSocketHandler(server.sessions(), closer, maxMessageSize),
				new ContainerUpgradeStrategy(() -> new JettyUpgradeStrategy(server.sessions(), maxMessageSize)));
	}

	@Bean
	HandshakeCounters realtimeHandshakeCounters() {
		return new HandshakeCounters();
	}

	@Bean
	CableHandshakeHandler realtimeCableHandshakeHandler(RealtimeServer server, AllowedOrigins origins,
			HandshakeAuthentication authentication, SecurityProperties security, CableProperties cable,
			CableTransport transport, HandshakeCounters counters, ObjectProvider<HandshakeObserver> observer) {
		HandshakeObserver counting = new CountingHandshakeObserver(counters, observer.getIfAvailable());
		return new CableHandshakeHandler(server.admission(), origins, authentication,
				security.cableRejectsWithMessage(), cable.pings(), transport, counting);
	}

	@Bean
	SimpleUrlHandlerMapping realtimeCableHandlerMapping(CableProperties cable, CableHandshakeHandler handler) {
		SimpleUrlHandlerMapping mapping = new SimpleUrlHandlerMapping();
		mapping.setUrlMap(cable.path().stream().collect(Collectors.toMap((path) -> path, (path) -> handler)));
		// Ahead of the application's endpoints, which may map every path
		mapping.setOrder(-2);
		return mapping;
	}

	@Bean
	RealtimePaths realtimeCablePaths(CableProperties cable) {
		return new RealtimePaths(cable.path());
	}

	@Bean
	static LazyInitializationExcludeFilter realtimeCableLazyInitializationExcludeFilter() {
		return LazyInitializationExcludeFilter.forBeanTypes(CableHandshakeHandler.class);
	}

}
