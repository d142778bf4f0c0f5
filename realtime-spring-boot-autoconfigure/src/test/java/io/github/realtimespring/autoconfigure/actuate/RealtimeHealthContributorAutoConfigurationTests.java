/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.actuate;

import java.time.Duration;

import io.github.realtimespring.RealtimeServer;
import io.github.realtimespring.autoconfigure.Runners;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RealtimeHealthContributorAutoConfiguration}.
 */
class RealtimeHealthContributorAutoConfigurationTests {

	@Test
	@DisplayName("A38: health is up while clients can connect, and out of service once the server drains")
	void a38HealthFollowsTheDrain() {
		Runners.web().run((context) -> {
			HealthIndicator indicator = context.getBean("realtimeHealthContributor", HealthIndicator.class);
			Health health = indicator.health();
			assertThat(health).isNotNull();
			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails()).containsEntry("connections", 0)
				.containsEntry("streams", 0)
				.containsEntry("backend", "memory")
				.containsEntry("transport", "spring")
				.hasSize(4);
			context.getBean(RealtimeServer.class).drain(Duration.ZERO).toCompletableFuture().join();
			assertThat(indicator.health()).extracting(Health::getStatus).isEqualTo(Status.OUT_OF_SERVICE);
		});
	}

	@Test
	void canBeSwitchedOff() {
		Runners.web()
			.withPropertyValues("management.health.realtime.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(RealtimeHealthIndicator.class));
	}

	@Test
	void indicatorOfTheApplicationReplacesOurs() {
		HealthIndicator own = () -> Health.unknown().build();
		Runners.web()
			.withBean("realtimeHealthIndicator", HealthIndicator.class, () -> own)
			.run((context) -> assertThat(context).doesNotHaveBean(RealtimeHealthIndicator.class));
	}

	@Test
	void withoutTheHealthModuleBacksOff() {
		Runners.web()
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.health"))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(RealtimeHealthContributorAutoConfiguration.class));
	}

	@Test
	void whenDisabledBacksOff() {
		Runners.web()
			.withPropertyValues("realtime.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(RealtimeHealthContributorAutoConfiguration.class));
	}

	@Test
	void outsideAWebApplicationThereIsNoTransport() {
		Runners.withoutWeb()
			.run((context) -> assertThat(context.getBean(RealtimeHealthIndicator.class).health()).isNotNull()
				.satisfies((health) -> assertThat(health.getDetails()).containsEntry("transport", "none")));
	}

}
