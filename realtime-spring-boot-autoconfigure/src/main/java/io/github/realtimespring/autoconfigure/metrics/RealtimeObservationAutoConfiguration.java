/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.metrics;

import io.github.realtimespring.autoconfigure.BroadcastServiceDecorator;
import io.github.realtimespring.autoconfigure.websocket.HandshakeObserver;
import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the observation of handshakes
 * and publishing.
 */
@AutoConfiguration(
		afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass(ObservationRegistry.class)
@ConditionalOnBean(ObservationRegistry.class)
@ConditionalOnBooleanProperty(name = "realtime.enabled", matchIfMissing = true)
public final class RealtimeObservationAutoConfiguration {

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	BroadcastServiceDecorator realtimeObservingBroadcastServiceDecorator(ObservationRegistry registry,
			ObjectProvider<PublishObservationConvention> convention) {
		PublishObserver observer = new PublishObserver(registry, convention.getIfAvailable());
		return (service) -> new MeasuredBroadcastService(service, observer);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(HttpServletRequest.class)
	static class HandshakeConfiguration {

		@Bean
		@ConditionalOnMissingBean(HandshakeObserver.class)
		ObservingHandshakeObserver realtimeHandshakeObserver(ObservationRegistry registry,
				ObjectProvider<HandshakeObservationConvention> convention) {
			return new ObservingHandshakeObserver(registry, convention.getIfAvailable());
		}

	}

}
