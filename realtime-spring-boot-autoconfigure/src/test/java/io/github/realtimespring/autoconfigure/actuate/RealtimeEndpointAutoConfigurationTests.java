/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.actuate;

import java.util.List;

import io.github.realtimespring.RealtimeServer;
import io.github.realtimespring.autoconfigure.Runners;
import io.github.realtimespring.broadcast.BroadcastService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RealtimeEndpointAutoConfiguration} and {@link RealtimeEndpoint}.
 */
class RealtimeEndpointAutoConfigurationTests {

	private final WebApplicationContextRunner contextRunner = Runners.web()
		.withPropertyValues("management.endpoints.web.exposure.include=realtime");

	@Test
	@DisplayName("A37: the endpoint shows numbers, what is served, and the limits in force")
	void a37EndpointDescribesTheServer() {
		this.contextRunner
			.withPropertyValues("realtime.cable.path=/cable,/{tenant}/cable", "realtime.inbound.max-message-size=8KB",
					"realtime.inbound.max-subscriptions=7", "realtime.max-connections=99",
					"realtime.cable.ping-interval=4s", "realtime.broadcast.key=k3y-of-publishers")
			.run((context) -> {
				context.getBean(BroadcastService.class).publish("room/secret", "hello");
				RealtimeDescriptor description = context.getBean(RealtimeEndpoint.class).realtime();
				assertThat(description.draining()).isFalse();
				assertThat(description.connections().total()).isZero();
				assertThat(description.connections().byProtocol()).containsOnlyKeys("actioncable-v1-json",
						"actioncable-v1-ext-json");
				assertThat(description.backend()).isEqualTo("memory");
				assertThat(description.history()).isEqualTo(new RealtimeDescriptor.HistoryUsage(1, 5));
				assertThat(description.transport()).extracting(RealtimeDescriptor.Transport::name).isEqualTo("spring");
				assertThat(description.endpoints()).extracting(RealtimeDescriptor.Served::name)
					.containsExactlyInAnyOrder("cable", "broadcast", "api");
				assertThat(description.endpoints()).filteredOn((endpoint) -> endpoint.name().equals("cable"))
					.singleElement()
					.satisfies((cable) -> assertThat(cable.paths()).containsExactly("/cable", "/{tenant}/cable"));
				assertThat(description.limits().maxConnections()).isEqualTo(99);
				assertThat(description.limits().maxMessageSize()).isEqualTo(8192);
				assertThat(description.limits().maxSubscriptions()).isEqualTo(7);
				assertThat(description.limits().pingInterval()).isEqualTo("PT4S");
				assertThat(description.toString()).doesNotContain("room", "hello", Runners.SECRET, "k3y");
			});
	}

	@Test
	void isNotAvailableUnlessItIsExposed() {
		Runners.web().run((context) -> assertThat(context).doesNotHaveBean(RealtimeEndpoint.class));
		this.contextRunner.withPropertyValues("management.endpoint.realtime.access=NONE")
			.run((context) -> assertThat(context).doesNotHaveBean(RealtimeEndpoint.class));
	}

	@Test
	void endpointOfTheApplicationReplacesOurs() {
		this.contextRunner.withBean(OwnEndpoint.class)
			.run((context) -> assertThat(context).getBean(RealtimeEndpoint.class).isInstanceOf(OwnEndpoint.class));
	}

	@Test
	void withoutActuatorBacksOff() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(RealtimeEndpointAutoConfiguration.class));
	}

	@Test
	void whenDisabledBacksOff() {
		this.contextRunner.withPropertyValues("realtime.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(RealtimeEndpointAutoConfiguration.class));
	}

	static class OwnEndpoint extends RealtimeEndpoint {

		OwnEndpoint(RealtimeServer server) {
			super(server, 0, "own", null, null, List.of());
		}

	}

}
