/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.util.List;
import java.util.stream.Collectors;

import io.github.realtimespring.RealtimeServer;
import io.github.realtimespring.auth.ConnectionAuthenticator;
import io.github.realtimespring.autoconfigure.AuthenticationDescription;
import io.github.realtimespring.autoconfigure.CableProperties;
import io.github.realtimespring.autoconfigure.InboundProperties;
import io.github.realtimespring.autoconfigure.RealtimeMode;
import io.github.realtimespring.autoconfigure.RealtimePaths;
import io.github.realtimespring.autoconfigure.RealtimeProperties;
import io.github.realtimespring.autoconfigure.ServedEndpoints;
import io.github.realtimespring.autoconfigure.TransportDescription;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * Configuration of the cable endpoints and of the transport behind them. The mapping is
 * our own: an application may use {@code @EnableWebSocket} beside it or not.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebsocketProperties.class)
class CableConfiguration {

	@Bean
	ConnectionCloser realtimeConnectionCloser(RealtimeProperties properties) {
		return new ConnectionCloser(properties.closeTimeout());
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
	RealtimePaths realtimeCablePaths(CableProperties cable, Environment environment) {
		return new RealtimePaths(paths(cable, environment));
	}

	@Bean
	TransportDescription realtimeTransportDescription(CableTransport transport, WebsocketProperties properties) {
		boolean auto = properties.transport() == WebsocketProperties.Transport.AUTO;
		return new TransportDescription(transport.name(),
				auto ? "works on every servlet container" : "chosen by 'realtime.websocket.transport'");
	}

	@Bean
	ServedEndpoints realtimeCableServedEndpoints(CableProperties cable, OriginsProperties properties, RealtimeMode mode,
			Environment environment, ConnectionAuthenticator authenticator, AllowedOrigins origins,
			TransportDescription transport, ObjectProvider<AuthenticationDescription> authentication) {
		String allowed = new OriginsDescription(properties, environment.getProperty("WS_ALLOWED_ORIGINS"), mode)
			.of(origins);
		CableDescription description = new CableDescription(authenticator, authentication.getIfAvailable(), allowed,
				transport, mode.isOpen());
		return new ServedEndpoints(List.of(description.of(paths(cable, environment))));
	}

	/** Within the application: below the path of the dispatcher servlet. */
	private static List<String> paths(CableProperties cable, Environment environment) {
		String servlet = environment.getProperty("spring.mvc.servlet.path", "/");
		String prefix = StringUtils.trimTrailingCharacter(servlet, '/');
		return cable.path().stream().map((path) -> prefix + path).toList();
	}

	@Bean
	static LazyInitializationExcludeFilter realtimeCableLazyInitializationExcludeFilter() {
		return LazyInitializationExcludeFilter.forBeanTypes(CableHandshakeHandler.class);
	}

}
