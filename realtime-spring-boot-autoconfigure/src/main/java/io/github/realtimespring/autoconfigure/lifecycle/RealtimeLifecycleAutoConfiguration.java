/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.lifecycle;

import java.time.Duration;

import io.github.realtimespring.RealtimeServer;
import io.github.realtimespring.autoconfigure.RealtimeAutoConfiguration;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.log.LogMessage;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the start, the drain and the
 * stop of the realtime server.
 */
@AutoConfiguration(after = RealtimeAutoConfiguration.class)
@ConditionalOnBean(RealtimeServer.class)
@EnableConfigurationProperties(ShutdownProperties.class)
public final class RealtimeLifecycleAutoConfiguration {

	private static final Log logger = LogFactory.getLog(RealtimeLifecycleAutoConfiguration.class);

	private static final Duration DEFAULT_PHASE_TIMEOUT = Duration.ofSeconds(30);

	@Bean
	ServerLifecycle realtimeServerLifecycle(RealtimeServer server) {
		return new ServerLifecycle(server);
	}

	@Bean
	DrainLifecycle realtimeDrainLifecycle(RealtimeServer server, ApplicationContext context,
			ShutdownProperties properties, Environment environment) {
		warnIfCut(properties.drain(), environment);
		return new DrainLifecycle(server, context, properties.drain());
	}

	// without these beans nothing would be started at all
	@Bean
	static LazyInitializationExcludeFilter realtimeLifecycleLazyInitializationExcludeFilter() {
		return LazyInitializationExcludeFilter.forBeanTypes(ServerLifecycle.class, DrainLifecycle.class);
	}

	private static void warnIfCut(Duration drain, Environment environment) {
		Duration phase = Binder.get(environment)
			.bind("spring.lifecycle.timeout-per-shutdown-phase", Duration.class)
			.orElse(DEFAULT_PHASE_TIMEOUT);
		if (drain.compareTo(phase) >= 0) {
			logger.warn(LogMessage.format(
					"'realtime.shutdown.drain' is %d s, but Spring Boot stops waiting after %d s, and clients that "
							+ "were not told by then only see a lost connection. Make "
							+ "'spring.lifecycle.timeout-per-shutdown-phase' longer than the drain.",
					drain.toSeconds(), phase.toSeconds()));
		}
	}

}
