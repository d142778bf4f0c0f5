/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for what everything else is secured
 * with.
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "realtime.enabled", matchIfMissing = true)
@EnableConfigurationProperties(RealtimeProperties.class)
public final class RealtimeSecretsAutoConfiguration {

	@Bean
	RealtimeSecrets realtimeSecrets(RealtimeProperties properties) {
		return new RealtimeSecrets(properties);
	}

	@Bean
	RealtimeMode realtimeMode(RealtimeProperties properties, Environment environment) {
		return new RealtimeMode(properties, environment);
	}

	// before any bean is made: the start may fail because of the very same mistake
	@Bean
	static BeanFactoryPostProcessor realtimeUnknownKeysWarning(ConfigurableEnvironment environment) {
		return (beanFactory) -> UnknownKeys.of(beanFactory.getBeanClassLoader()).warn(environment);
	}

	// a start that must fail shall fail even where beans are created lazily
	@Bean
	static LazyInitializationExcludeFilter realtimeSecretsLazyInitializationExcludeFilter() {
		return LazyInitializationExcludeFilter.forBeanTypes(RealtimeSecrets.class, RealtimeMode.class);
	}

}
