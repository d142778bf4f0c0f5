/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.lifecycle;

import io.github.realtimespring.autoconfigure.Runners;
import org.apache.catalina.util.ServerInfo;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.tomcat.TomcatWebServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RealtimeStartLogAutoConfiguration}.
 */
class RealtimeStartLogAutoConfigurationTests {

	@Test
	void isThereInAServletApplication() {
		Runners.web()
			.run((context) -> assertThat(context).hasBean("realtimeStartLogListener")
				.hasBean("realtimeTomcatAdviceListener"));
	}

	@Test
	void outsideAWebApplicationBacksOff() {
		Runners.withoutWeb()
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(RealtimeStartLogAutoConfiguration.class));
	}

	@Test
	void withoutTomcatThereIsNothingToSayAboutIt() {
		Runners.web()
			.withClassLoader(new FilteredClassLoader(ServerInfo.class, TomcatWebServer.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasBean("realtimeStartLogListener")
				.doesNotHaveBean("realtimeTomcatAdviceListener"));
	}

	@Test
	void whenDisabledBacksOff() {
		Runners.web()
			.withPropertyValues("realtime.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(RealtimeStartLogAutoConfiguration.class));
	}

}
