/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.metrics;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.realtimespring.RealtimeServer;
import io.github.realtimespring.autoconfigure.PublicationSource;
import io.github.realtimespring.autoconfigure.Runners;
import io.github.realtimespring.autoconfigure.http.PublicationCounter;
import io.github.realtimespring.autoconfigure.http.PublicationCounts;
import io.github.realtimespring.autoconfigure.http.PublicationFailure;
import io.github.realtimespring.broadcast.BroadcastService;
import io.github.realtimespring.broadcast.Publication;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link RealtimeMetricsAutoConfiguration}.
 */
class RealtimeMetricsAutoConfigurationTests {

	private final WebApplicationContextRunner contextRunner = Runners.web()
		.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class,
				CompositeMeterRegistryAutoConfiguration.class, SimpleMetricsExportAutoConfiguration.class));

	@Test
	@DisplayName("A37: every meter of the table is registered, and no other")
	void a37AllMetersAreRegistered() {
		this.contextRunner.run((context) -> assertThat(names(context.getBean(MeterRegistry.class))).containsExactly(
				"realtime.broadcasts", "realtime.bytes", "realtime.commands", "realtime.connections",
				"realtime.connections.closed", "realtime.connections.opened", "realtime.deliveries",
				"realtime.disconnects", "realtime.fanout.gaps", "realtime.fanout.healed", "realtime.fanout.queued",
				"realtime.handshakes", "realtime.history.bytes", "realtime.history.streams",
				"realtime.messages.received", "realtime.messages.sent", "realtime.outbound.queued",
				"realtime.principals", "realtime.publications", "realtime.streams", "realtime.subscriptions"));
	}

	@Test
	@DisplayName("A37: every meter says what it is, and its tags are few and known")
	void a37TagsAreFewAndKnown() {
		this.contextRunner.run((context) -> {
			List<Meter.Id> ids = ids(context.getBean(MeterRegistry.class));
			assertThat(ids).allSatisfy((id) -> assertThat(id.getDescription()).isNotBlank());
			assertThat(ids.stream().flatMap((id) -> id.getTags().stream()).map(Tag::getKey).collect(Collectors.toSet()))
				.containsExactlyInAnyOrder("endpoint", "protocol", "reason", "result", "direction", "outcome",
						"source");
			assertThat(ids).hasSizeLessThan(100);
		});
	}

	@Test
	@DisplayName("A37: streams and publications add no meter")
	void a37StreamsAddNoMeter() {
		this.contextRunner.run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			int before = registry.getMeters().size();
			BroadcastService broadcasts = context.getBean(BroadcastService.class);
			for (int i = 0; i < 500; i++) {
				broadcasts.publish("room/" + i, "x");
			}
			assertThat(registry.getMeters()).hasSize(before);
			assertThat(registry.get("realtime.history.streams").gauge().value()).isEqualTo(500);
			assertThat(registry.get("realtime.history.bytes").gauge().value()).isPositive();
		});
	}

	@Test
	@DisplayName("A37: what code publishes is counted by its outcome")
	void a37CodeIsCounted() {
		this.contextRunner.run((context) -> {
			BroadcastService broadcasts = context.getBean(BroadcastService.class);
			broadcasts.publish("a", "x");
			broadcasts.publish("a", "x", BroadcastService.exclude("1"));
			broadcasts.publishJson("a", "{}");
			broadcasts.publishAsync("a", "x").toCompletableFuture().join();
			Publication publication = Publication.of("a", broadcasts.payload("x"));
			broadcasts.publishAll(List.of(publication, publication));
			broadcasts.publishAllAsync(List.of(publication, publication)).toCompletableFuture().join();
			assertThat(publications(context.getBean(MeterRegistry.class), "code", "accepted")).isEqualTo(8);
			assertThatIllegalArgumentException().isThrownBy(() -> broadcasts.publish("", "x"));
			assertThatIllegalArgumentException().isThrownBy(() -> broadcasts.publishAsync("a", new byte[2_000_000]));
			assertThat(publications(context.getBean(MeterRegistry.class), "code", "invalid")).isEqualTo(2);
			context.getBean(RealtimeServer.class).stop();
			assertThatException().isThrownBy(() -> broadcasts.publish("a", "x"));
			assertThatException().isThrownBy(
					() -> broadcasts.publishAllAsync(List.of(publication, publication)).toCompletableFuture().join());
			assertThat(publications(context.getBean(MeterRegistry.class), "code", "unavailable")).isEqualTo(3);
		});
	}

	@Test
	@DisplayName("A37: what came over HTTP is counted once, by its endpoint")
	void a37HttpIsCounted() {
		this.contextRunner.run((context) -> {
			PublicationCounts counts = (PublicationCounts) context.getBean(PublicationCounter.class);
			BroadcastService broadcasts = context.getBean(BroadcastService.class);
			PublicationSource.HTTP.publish(() -> broadcasts.publish("a", "x"));
			counts.accepted(PublicationSource.HTTP, 1);
			counts.accepted(PublicationSource.API, 2);
			counts.failed(PublicationSource.HTTP, PublicationFailure.KEY);
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(publications(registry, "code", "accepted")).isZero();
			assertThat(publications(registry, "http", "accepted")).isEqualTo(1);
			assertThat(publications(registry, "api", "accepted")).isEqualTo(2);
			assertThat(publications(registry, "http", "key")).isEqualTo(1);
			assertThat(publications(registry, "api", "key")).isZero();
		});
	}

	@Test
	@DisplayName("A37: counters survive the garbage collector")
	void a37CountersSurviveTheGarbageCollector() {
		this.contextRunner.run((context) -> {
			context.getBean(BroadcastService.class).publish("a", "x");
			WeakReference<Object> garbage = new WeakReference<>(new Object());
			Awaitility.await().until(() -> {
				System.gc();
				return garbage.get() == null;
			});
			assertThat(publications(context.getBean(MeterRegistry.class), "code", "accepted")).isEqualTo(1);
		});
	}

	@Test
	void withoutARegistryBacksOff() {
		Runners.web()
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(RealtimeMetricsAutoConfiguration.class));
	}

	@Test
	void withoutMicrometerBacksOff() {
		Runners.web()
			.withClassLoader(new FilteredClassLoader("io.micrometer"))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(BroadcastService.class)
				.doesNotHaveBean(RealtimeMetricsAutoConfiguration.class));
	}

	@Test
	void whenDisabledBacksOff() {
		this.contextRunner.withPropertyValues("realtime.enabled=false").run((context) -> {
			assertThat(context).doesNotHaveBean(RealtimeMetricsAutoConfiguration.class);
			assertThat(names(context.getBean(MeterRegistry.class))).isEmpty();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "realtime.broadcast.enabled=false", "realtime.history.enabled=false" })
	void partsThatAreSwitchedOffAreNoObstacle(String property) {
		this.contextRunner.withPropertyValues(property).run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void counterOfTheApplicationIsLeftAlone() {
		this.contextRunner.withBean(PublicationCounter.class, IgnoringCounter::new)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(PublicationMetrics.class));
	}

	@Test
	void broadcastServiceOfTheApplicationIsLeftAlone() {
		BroadcastService own = new PlainBroadcastService();
		this.contextRunner.withBean(BroadcastService.class, () -> own)
			.run((context) -> assertThat(context.getBean(BroadcastService.class)).isSameAs(own));
	}

	private static double publications(MeterRegistry registry, String source, String outcome) {
		return registry.get("realtime.publications")
			.tags("source", source, "outcome", outcome)
			.functionCounter()
			.count();
	}

	private static Set<String> names(MeterRegistry registry) {
		return ids(registry).stream().map(Meter.Id::getName).collect(Collectors.toCollection(TreeSet::new));
	}

	private static List<Meter.Id> ids(MeterRegistry registry) {
		return registry.getMeters()
			.stream()
			.map(Meter::getId)
			.filter((id) -> id.getName().startsWith("realtime."))
			.toList();
	}

	static class IgnoringCounter implements PublicationCounter {

		@Override
		public void accepted(PublicationSource source, int count) {
		}

		@Override
		public void failed(PublicationSource source, PublicationFailure reason) {
		}

	}

}
