/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.security;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RealtimeSecurityAutoConfiguration}.
 */
class RealtimeSecurityAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations
		.of(RealtimeSecurityAutoConfiguration.class);

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS);

	@Test
	void customizesChainsAndPublishesNone() {
		this.contextRunner.run((context) -> assertThat(context).hasBean("realtimeHttpSecurityCustomizer")
			.doesNotHaveBean(SecurityFilterChain.class));
	}

	@Test
	void whenDisabledBacksOff() {
		this.contextRunner.withPropertyValues("realtime.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(RealtimeSecurityAutoConfiguration.class));
	}

	@Test
	void withoutSpringSecurityBacksOff() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(HttpSecurity.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(RealtimeSecurityAutoConfiguration.class));
	}

	@Test
	void withoutSpringSecurityAtAllBacksOff() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("org.springframework.security"))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(RealtimeSecurityAutoConfiguration.class));
	}

	@Test
	void outsideAWebApplicationBacksOff() {
		new ApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.run((context) -> assertThat(context).doesNotHaveBean(RealtimeSecurityAutoConfiguration.class));
	}

}
