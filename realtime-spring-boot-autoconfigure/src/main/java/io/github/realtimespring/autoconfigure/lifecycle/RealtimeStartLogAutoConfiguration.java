/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.lifecycle;

import java.util.List;

import io.github.realtimespring.autoconfigure.ServedEndpoint;
import io.github.realtimespring.autoconfigure.ServedEndpoints;
import io.github.realtimespring.broadcast.Backend;
import io.github.realtimespring.history.LocalBackend;
import org.apache.catalina.util.ServerInfo;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for what is logged when the
 * application is started.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnBooleanProperty(name = "realtime.enabled", matchIfMissing = true)
public final class RealtimeStartLogAutoConfiguration {

	@Bean
	StartListener realtimeStartLogListener(ApplicationContext context, ObjectProvider<ServedEndpoints> served,
			ObjectProvider<Backend> backend) {
		return new StartListener(context, List.of(() -> log(context.getEnvironment(), served, backend)));
	}

	@Bean
	static LazyInitializationExcludeFilter realtimeStartLogLazyInitializationExcludeFilter() {
		return LazyInitializationExcludeFilter.forBeanTypes(StartListener.class);
	}

	private static void log(Environment environment, ObjectProvider<ServedEndpoints> served,
			ObjectProvider<Backend> backend) {
		List<ServedEndpoint> endpoints = served.orderedStream()
			.flatMap((contributed) -> contributed.endpoints().stream())
			.toList();
		String contextPath = environment.getProperty("server.servlet.context-path", "");
		StartLog log = new StartLog(endpoints, StringUtils.trimTrailingCharacter(contextPath, '/'));
		log.log(environment.getProperty("local.server.port", ""), backend.getIfAvailable() instanceof LocalBackend);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ ServerInfo.class, TomcatWebServer.class, WebServerApplicationContext.class })
	static class TomcatConfiguration {

		@Bean
		StartListener realtimeTomcatAdviceListener(ApplicationContext context) {
			return new StartListener(context, List.of(() -> {
				if (context instanceof WebServerApplicationContext server
						&& server.getWebServer() instanceof TomcatWebServer) {
					TomcatAdvice.ofRunningVersion().give();
				}
			}));
		}

	}

}
