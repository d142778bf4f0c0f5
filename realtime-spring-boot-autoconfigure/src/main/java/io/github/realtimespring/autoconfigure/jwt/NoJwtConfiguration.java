/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import io.github.realtimespring.auth.AuthenticationResult;
import io.github.realtimespring.auth.ConnectionAuthenticator;
import io.github.realtimespring.autoconfigure.AuthenticationDescription;
import io.github.realtimespring.autoconfigure.RealtimeMode;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configuration for applications that neither authenticate connections themselves nor
 * have Spring Security's JWT support on the class path.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnMissingBean(ConnectionAuthenticator.class)
class NoJwtConfiguration {

	@Bean
	ConnectionAuthenticator realtimeConnectionAuthenticator(RealtimeMode mode) {
		if (!mode.isOpen()) {
			throw MissingAuthenticationException.noLibrary();
		}
		return (request) -> AuthenticationResult.anonymous();
	}

	@Bean
	AuthenticationDescription realtimeAuthenticationDescription() {
		return new AuthenticationDescription("none, everybody may connect");
	}

}
