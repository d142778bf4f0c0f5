/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

/**
 * Finds the application's CORS configuration: the bean that Spring Security uses as well,
 * else what was registered with Spring MVC. Looked up at the first handshake, so that no
 * bean of the application is created earlier than without this starter.
 */
class CorsSourceLookup implements Supplier<@Nullable CorsConfigurationSource> {

	private static final String SOURCE_BEAN = "corsConfigurationSource";

	private static final String MAPPING_BEAN = "requestMappingHandlerMapping";

	private final SingletonSupplier<CorsConfigurationSource> source;

	CorsSourceLookup(BeanFactory beanFactory) {
		this.source = SingletonSupplier.ofNullable(() -> find(beanFactory));
	}

	@Override
	public @Nullable CorsConfigurationSource get() {
		return this.source.get();
	}

	private static @Nullable CorsConfigurationSource find(BeanFactory beanFactory) {
		if (has(beanFactory, SOURCE_BEAN, CorsConfigurationSource.class)) {
			return beanFactory.getBean(SOURCE_BEAN, CorsConfigurationSource.class);
		}
		if (has(beanFactory, MAPPING_BEAN, AbstractHandlerMapping.class)) {
			return beanFactory.getBean(MAPPING_BEAN, AbstractHandlerMapping.class).getCorsConfigurationSource();
		}
		return null;
	}

	private static boolean has(BeanFactory beanFactory, String name, Class<?> type) {
		return beanFactory.containsBean(name) && beanFactory.isTypeMatch(name, type);
	}

}
