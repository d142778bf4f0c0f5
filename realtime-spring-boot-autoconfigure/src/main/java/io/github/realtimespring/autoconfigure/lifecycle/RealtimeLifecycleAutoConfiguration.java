/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.lifecycle;

import io.github.realtimespring.RealtimeServer;
import io.github.realtimespring.autoconfigure.RealtimeAutoConfiguration;

import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the start, the drain and the
 * stop of the realtime server.
 */
@AutoConfiguration(after = RealtimeAutoConfiguration.class)
@ConditionalOnBean(RealtimeServer.class)
@EnableConfigurationProperties(ShutdownProperties.class)
public final class RealtimeLifecycleAutoConfiguration {

	@Bean
	ServerLifecycle realtimeServerLifecycle(RealtimeServer server) {
		return new ServerLifecycle(server);
	}

	@Bean
	DrainLifecycle realtimeDrainLifecycle(RealtimeServer server, ApplicationContext context,
			ShutdownProperties properties) {
		return new DrainLifecycle(server, context, properties.drain());
	}

	// without these beans nothing would be started at all
	@Bean
	static LazyInitializationExcludeFilter realtimeLifecycleLazyInitializationExcludeFilter() {
		return LazyInitializationExcludeFilter.forBeanTypes(ServerLifecycle.class, DrainLifecycle.class);
	}

}
