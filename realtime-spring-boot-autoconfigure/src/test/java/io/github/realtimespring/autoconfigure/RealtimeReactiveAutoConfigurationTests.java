/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import org.junit.jupiter.api.Test;

import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RealtimeReactiveAutoConfiguration}.
 */
class RealtimeReactiveAutoConfigurationTests {

	@Test
	void reactiveApplicationDoesNotStartAndIsToldWhatToDo() {
		Runners.reactive().run((context) -> {
			assertThat(context).hasFailed();
			FailureAnalysis analysis = new ReactiveApplicationFailureAnalyzer().analyze(context.getStartupFailure());
			assertThat(analysis).isNotNull();
			assertThat(analysis.getDescription()).contains("this is a reactive one (Spring WebFlux)");
			assertThat(analysis.getAction()).contains("spring-boot-starter-webmvc",
					"spring.main.web-application-type=servlet", "realtime.enabled=false");
		});
	}

	@Test
	void lazyReactiveApplicationDoesNotStart() {
		Runners.reactive()
			.withPropertyValues("spring.main.lazy-initialization=true")
			.run((context) -> assertThat(context).hasFailed());
	}

	@Test
	void reactiveApplicationThatDoesNotWantItStarts() {
		Runners.reactive()
			.withPropertyValues("realtime.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void otherApplicationsStart() {
		Runners.web()
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(RealtimeReactiveAutoConfiguration.class));
		Runners.withoutWeb()
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(RealtimeReactiveAutoConfiguration.class));
	}

}
