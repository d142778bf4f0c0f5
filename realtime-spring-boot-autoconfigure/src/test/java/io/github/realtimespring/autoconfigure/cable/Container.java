/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.cable;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/**
 * The web servers that every transport is tested on.
 */
enum Container {

	TOMCAT(TomcatApplication.class),

	JETTY(JettyApplication.class);

	private final Class<?> application;

	Container(Class<?> application) {
		this.application = application;
	}

	Class<?> application() {
		return this.application;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = JettyServletWebServerAutoConfiguration.class)
	static class TomcatApplication {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = TomcatServletWebServerAutoConfiguration.class)
	static class JettyApplication {

	}

}
