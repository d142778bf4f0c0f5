/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Contexts with everything that an application gets from us.
 */
public final class Runners {

	public static final String SECRET = "0123456789abcdef0123456789abcdef";

	private Runners() {
	}

	/** A servlet application with a secret. */
	public static WebApplicationContextRunner web() {
		return withoutSecret().withPropertyValues("realtime.secret=" + SECRET);
	}

	public static WebApplicationContextRunner withoutSecret() {
		return new WebApplicationContextRunner().withUserConfiguration(Application.class);
	}

	public static ApplicationContextRunner withoutWeb() {
		return new ApplicationContextRunner().withUserConfiguration(Application.class)
			.withPropertyValues("realtime.secret=" + SECRET);
	}

	public static ReactiveWebApplicationContextRunner reactive() {
		return new ReactiveWebApplicationContextRunner().withUserConfiguration(Application.class)
			.withPropertyValues("realtime.secret=" + SECRET);
	}

	@Configuration(proxyBeanMethods = false)
	@Import(OurAutoConfigurations.class)
	static class Application {

	}

}
