/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.util.List;
import java.util.function.Function;

import io.github.realtimespring.autoconfigure.RealtimeMode;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Configuration of {@link AllowedOrigins}. Sources in the order of their precedence:
 * {@code realtime.origins.allowed}, {@code WS_ALLOWED_ORIGINS}, the application's CORS
 * configuration.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OriginsProperties.class)
class OriginsConfiguration {

	private static final String PROPERTY = "realtime.origins.allowed";

	private static final String ALIAS = "WS_ALLOWED_ORIGINS";

	@Bean
	@ConditionalOnMissingBean(AllowedOrigins.class)
	ConfiguredOrigins realtimeAllowedOrigins(OriginsProperties properties, RealtimeMode mode, Environment environment,
			BeanFactory beanFactory) {
		return new ConfiguredOrigins(properties, mode.isProduction(),
				lists(properties.allowed(), mode.isOpen(), environment, beanFactory));
	}

	private Function<HttpServletRequest, OriginList> lists(@Nullable List<String> allowed, boolean open,
			Environment environment, BeanFactory beanFactory) {
		OriginList list = (allowed != null) ? OriginList.parse(PROPERTY, allowed) : OriginList.EMPTY;
		String source = PROPERTY;
		if (list.isEmpty()) {
			list = OriginList.parse(ALIAS,
					List.of(StringUtils.delimitedListToStringArray(environment.getProperty(ALIAS, ""), ",")));
			source = ALIAS;
		}
		if (list.isEmpty()) {
			return new CorsOrigins(new CorsSourceLookup(beanFactory), open);
		}
		checkWildcard(list, source, open, environment);
		OriginList fixed = list;
		return (request) -> fixed;
	}

	private void checkWildcard(OriginList list, String source, boolean open, Environment environment) {
		if (list.any() && !open) {
			throw new WildcardOriginException(source, "but 'realtime.public' is not true");
		}
		if (list.any() && StringUtils.hasText(environment.getProperty("realtime.jwt.cookie"))) {
			throw new WildcardOriginException(source, "while 'realtime.jwt.cookie' lets browsers log in by cookie");
		}
	}

}
