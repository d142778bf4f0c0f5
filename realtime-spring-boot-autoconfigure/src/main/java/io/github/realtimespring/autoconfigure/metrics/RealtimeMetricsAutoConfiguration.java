/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.metrics;

import io.github.realtimespring.RealtimeServer;
import io.github.realtimespring.autoconfigure.BroadcastServiceDecorator;
import io.github.realtimespring.autoconfigure.RealtimeAutoConfiguration;
import io.github.realtimespring.autoconfigure.http.BroadcastHttpAutoConfiguration;
import io.github.realtimespring.autoconfigure.http.PublicationCounts;
import io.github.realtimespring.autoconfigure.websocket.HandshakeCounters;
import io.github.realtimespring.autoconfigure.websocket.RealtimeCableAutoConfiguration;
import io.github.realtimespring.history.InMemoryHistory;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the meters of the server.
 */
@AutoConfiguration(
		after = { RealtimeAutoConfiguration.class, RealtimeCableAutoConfiguration.class,
				BroadcastHttpAutoConfiguration.class },
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean({ MeterRegistry.class, RealtimeServer.class })
public final class RealtimeMetricsAutoConfiguration {

	@Bean
	ServerMetrics realtimeServerMetrics(RealtimeServer server) {
		return new ServerMetrics(server);
	}

	@Bean
	HubMetrics realtimeHubMetrics(RealtimeServer server) {
		return new HubMetrics(server.hub());
	}

	@Bean
	@ConditionalOnBean(InMemoryHistory.class)
	HistoryMetrics realtimeHistoryMetrics(InMemoryHistory history) {
		return new HistoryMetrics(history);
	}

	@Bean
	@ConditionalOnBean(HandshakeCounters.class)
	HandshakeMetrics realtimeHandshakeMetrics(HandshakeCounters counters) {
		return new HandshakeMetrics(counters);
	}

	@Bean
	@ConditionalOnBean(PublicationCounts.class)
	PublicationMetrics realtimePublicationMetrics(PublicationCounts counts) {
		return new PublicationMetrics(counts);
	}

	@Bean
	CodePublications realtimeCodePublications() {
		return new CodePublications();
	}

	// inside the observation: what it counts is there when the observation ends
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	BroadcastServiceDecorator realtimeCountingBroadcastServiceDecorator(CodePublications publications) {
		return (service) -> new MeasuredBroadcastService(service, publications);
	}

}
