/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.cable;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.github.realtimespring.RealtimeServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for the start, the drain and the stop of an application with clients.
 */
@ExtendWith(OutputCaptureExtension.class)
class LifecycleTests {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	@ParameterizedTest
	@EnumSource(Container.class)
	@DisplayName("B2, K2: three applications after another leave no thread behind")
	void b2RefreshLeavesNoThread(Container container) {
		for (int i = 0; i < 3; i++) {
			try (CableServer server = CableServer.start(container); CableClient client = CableClient.welcomed(server)) {
				client.subscribe(CableClient.signed(server.sign("room")));
				server.broadcasts().publish("room", i);
				client.next();
				assertThat(ourThreads()).isNotEmpty();
			}
			Awaitility.await().untilAsserted(() -> assertThat(ourThreads()).isEmpty());
		}
	}

	@Test
	@DisplayName("B2: a context that is stopped and started three times serves each time, and leaves no thread behind")
	void b2StartAndStopThreeTimes() {
		try (CableServer server = CableServer.start(Container.TOMCAT)) {
			ConfigurableApplicationContext context = server.context();
			for (int i = 0; i < 3; i++) {
				try (CableClient client = CableClient.connect("ws://127.0.0.1:" + port(context) + "/cable",
						List.of(CableClient.BASE), "X-JID", Tokens.USER_42)) {
					client.sid();
					String identifier = CableClient.signed(server.sign("room"));
					client.subscribe(identifier);
					server.broadcasts().publish("room", i);
					assertThat(client.next()).isEqualTo(CableClient.message(identifier, String.valueOf(i)));
					assertThat(readiness(context)).isEqualTo(ReadinessState.ACCEPTING_TRAFFIC);
					context.stop();
					assertThat(client.next()).contains("server_restart");
					assertThat(readiness(context)).isEqualTo(ReadinessState.REFUSING_TRAFFIC);
				}
				assertThat(server.engine().registry().size()).isZero();
				assertThat(server.engine().hub().subscriptions()).isZero();
				Awaitility.await().untilAsserted(() -> assertThat(ourThreads()).isEmpty());
				context.start();
			}
		}
		Awaitility.await().untilAsserted(() -> assertThat(ourThreads()).isEmpty());
	}

	@Test
	@DisplayName("B2: a start that fails leaves no thread behind")
	void b2FailedStartLeavesNoThread() {
		assertThatException().isThrownBy(() -> CableServer.start(Container.TOMCAT, Failing.class));
		Awaitility.await().untilAsserted(() -> assertThat(ourThreads()).isEmpty());
	}

	@Test
	@DisplayName("A38: readiness goes off first, while every client is still connected and requests are answered")
	void a38ReadinessGoesOffFirst() {
		try (CableServer server = CableServer.start(Container.TOMCAT, Readiness.class);
				CableClient client = CableClient.welcomed(server)) {
			Awaitility.await().until(() -> server.engine().registry().size() == 1);
			Readiness readiness = server.bean(Readiness.class);
			server.context().close();
			// Spring Boot's own says it as well
			assertThat(readiness.seen).startsWith("ACCEPTING_TRAFFIC, 0 connections")
				.contains("REFUSING_TRAFFIC, 1 connections")
				.doesNotContain("REFUSING_TRAFFIC, 0 connections");
			assertThat(client.next()).contains("server_restart");
			assertThat(client.closed().code()).isEqualTo(1001);
		}
	}

	@ParameterizedTest
	@EnumSource(Container.class)
	@DisplayName("A38: while the server drains, new handshakes get 503 with Retry-After, other requests are answered, and the end of the last connection ends the drain")
	void a38DrainRefusesAndEndsAtOnce(Container container) throws Exception {
		CableServer server = CableServer.start(container, "realtime.shutdown.drain=25s",
				"management.endpoint.health.probes.enabled=true", "management.endpoint.health.show-details=always");
		int port = server.port();
		List<CableClient> clients = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			clients.add(CableClient.welcomed(server));
		}
		Awaitility.await().until(() -> server.engine().registry().size() == 2);
		long start = System.nanoTime();
		CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
		Awaitility.await().until(() -> server.engine().admission().isClosed());
		try (RawClient late = RawClient.upgrade(port, "/cable", "X-JID: " + Tokens.USER_42)) {
			assertThat(late.status()).isEqualTo(503);
			assertThat(late.header("Retry-After")).containsExactly("1");
		}
		assertThat(get(port, "/actuator/health/readiness").statusCode()).isEqualTo(503);
		assertThat(get(port, "/actuator/health").body()).contains("OUT_OF_SERVICE");
		// one is told at once, the other one after half of the window
		Awaitility.await().until(() -> server.engine().registry().size() == 1);
		assertThat(stopped).isNotDone();
		clients.forEach(CableClient::close);
		assertThat(stopped).succeedsWithin(Duration.ofSeconds(20));
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
	}

	@Test
	@DisplayName("A38: without connections the shutdown does not wait for the window")
	void a38DrainOfNobodyTakesNoTime(CapturedOutput output) {
		CableServer server = CableServer.start(Container.TOMCAT, "realtime.shutdown.drain=25s");
		assertThat(CompletableFuture.runAsync(server::close)).succeedsWithin(15, TimeUnit.SECONDS);
		assertThat(output).doesNotContain("Drained");
	}

	@Test
	@DisplayName("A38, S27: clients are told over the whole window, not all at once")
	void a38DrainIsSpreadOverTheWindow(CapturedOutput output) {
		List<CableClient> clients = new ArrayList<>();
		CableServer server = CableServer.start(Container.TOMCAT, "realtime.shutdown.drain=3s");
		for (int i = 0; i < 6; i++) {
			clients.add(CableClient.welcomed(server));
		}
		long start = System.nanoTime();
		server.close();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(2));
		for (CableClient client : clients) {
			assertThat(client.next())
				.isEqualTo("{\"type\":\"disconnect\",\"reason\":\"server_restart\",\"reconnect\":true}");
			assertThat(client.closed().code()).isEqualTo(1001);
		}
		assertThat(output).containsPattern("Drained 6 realtime connections in \\d{4} ms");
	}

	@Test
	@DisplayName("A38: a window that Spring Boot would cut short is warned of")
	void a38WindowThatIsCutShortIsWarnedOf(CapturedOutput output) {
		CableServer.start(Container.TOMCAT, "realtime.shutdown.drain=30s").close();
		assertThat(output)
			.containsOnlyOnce("'realtime.shutdown.drain' is 30 s, but Spring Boot stops waiting after 30 s");
		CableServer
			.start(Container.TOMCAT, "realtime.shutdown.drain=60s", "spring.lifecycle.timeout-per-shutdown-phase=90s")
			.close();
		assertThat(output).containsOnlyOnce("Spring Boot stops waiting");
	}

	@Test
	@DisplayName("Beans that are made lazily do not keep clients out")
	void lazyInitializationServesAllTheSame() throws Exception {
		try (CableServer server = CableServer.start(Container.TOMCAT, "spring.main.lazy-initialization=true");
				CableClient client = CableClient.welcomed(server)) {
			String identifier = CableClient.signed(server.sign("room"));
			client.subscribe(identifier);
			HttpRequest request = HttpRequest
				.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/_broadcast"))
				.header("Authorization", "Bearer " + CableServer.BROADCAST_KEY)
				.POST(HttpRequest.BodyPublishers.ofString("{\"stream\":\"room\",\"data\":\"1\"}"))
				.build();
			assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
			assertThat(client.next()).isEqualTo(CableClient.message(identifier, "1"));
		}
	}

	private static HttpResponse<String> get(int port, String path) throws Exception {
		return HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
				BodyHandlers.ofString());
	}

	private static String port(ConfigurableApplicationContext context) {
		return String.valueOf(context.getEnvironment().getProperty("local.server.port"));
	}

	private static ReadinessState readiness(ConfigurableApplicationContext context) {
		return context.getBean(ApplicationAvailability.class).getReadinessState();
	}

	private static List<String> ourThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.map(Thread::getName)
			.filter((name) -> name.startsWith("realtime-"))
			.toList();
	}

	@Configuration(proxyBeanMethods = false)
	static class Readiness implements ApplicationListener<AvailabilityChangeEvent<ReadinessState>> {

		private final List<String> seen = new CopyOnWriteArrayList<>();

		private final ObjectProvider<RealtimeServer> server;

		Readiness(ObjectProvider<RealtimeServer> server) {
			this.server = server;
		}

		@Override
		public void onApplicationEvent(AvailabilityChangeEvent<ReadinessState> event) {
			this.seen.add(event.getState() + ", " + this.server.getObject().registry().size() + " connections");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Failing {

		@Bean
		ApplicationListener<ApplicationStartedEvent> failing() {
			return new ApplicationListener<>() {

				@Override
				public void onApplicationEvent(ApplicationStartedEvent event) {
					throw new IllegalStateException("The last moment");
				}

			};
		}

	}

}
