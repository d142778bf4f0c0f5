/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import io.github.realtimespring.auth.ConnectionAuthenticator;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.server.HandshakeInterceptor;

/**
 * Configuration of what decides about handshakes, whichever transport carries the
 * connection.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecurityProperties.class)
class HandshakeConfiguration {

	@Bean
	HandshakeAuthentication realtimeHandshakeAuthentication(ConnectionAuthenticator authenticator) {
		return new HandshakeAuthentication(authenticator);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(HandshakeInterceptor.class)
	static class InterceptorConfiguration {

		@Bean
		@ConditionalOnMissingBean(JwtHandshakeInterceptor.class)
		JwtHandshakeInterceptor realtimeHandshakeInterceptor(ConnectionAuthenticator authenticator,
				AllowedOrigins origins, SecurityProperties properties) {
			return new JwtHandshakeInterceptor(authenticator, origins, properties.rejectWith());
		}

	}

}
