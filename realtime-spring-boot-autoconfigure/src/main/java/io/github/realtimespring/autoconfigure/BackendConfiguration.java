/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import java.time.Clock;

import io.github.realtimespring.broadcast.Backend;
import io.github.realtimespring.history.History;
import io.github.realtimespring.history.InMemoryHistory;
import io.github.realtimespring.history.LocalBackend;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Configuration of the backend that an application has which runs as one instance. An
 * application that brings a {@link Backend} of its own brings the {@link History} that
 * reads what it keeps.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnMissingBean({ Backend.class, History.class })
@EnableConfigurationProperties({ BackendProperties.class, HistoryProperties.class })
class BackendConfiguration {

	@Bean
	InMemoryHistory realtimeHistory(HistoryProperties properties) {
		return new InMemoryHistory(properties.settings(), Clock.systemUTC());
	}

	@Bean
	LocalBackend realtimeBackend(InMemoryHistory history, ObjectProvider<BackendProperties> properties,
			Environment environment) {
		// before the value is bound, which would only say that it is not one of the
		// enum's
		if ("redis".equalsIgnoreCase(environment.getProperty("realtime.backend.type"))) {
			throw new UnavailableBackendException();
		}
		properties.getObject();
		return new LocalBackend(history);
	}

}
