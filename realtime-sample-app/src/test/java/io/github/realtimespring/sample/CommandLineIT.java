/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.sample;

import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The executable jar, with properties on its command line.
 */
class CommandLineIT {

	private static final String SECRET = "a-secret-from-the-command-line-0123456789";

	/** Everything the jar may hold beside the starter's own dependencies. */
	private static final List<String> EXPECTED = List.of("realtime-", "spring-", "tomcat-embed-", "jackson-",
			"micrometer-", "nimbus-jose-jwt-", "thymeleaf-", "logback-", "log4j-", "slf4j-", "jul-to-slf4j-",
			"snakeyaml-", "jakarta.", "jspecify-", "commons-logging-", "attoparser-", "unbescape-", "HdrHistogram-",
			"LatencyUtils-", "jcip-annotations-");

	@Test
	void publicModeNeedsNoTokenAndNoKey() {
		try (SampleProcess sample = SampleProcess.start(SampleProcess.jar(), "--realtime.public=true");
				CableClient client = CableClient.connect(sample.url(), null)) {
			client.subscribePlain("news").await("confirm_subscription");
			assertThat(new Visitor(sample.url())
				.post("/_broadcast", "application/json", "{\"stream\":\"news\",\"data\":\"\\\"hi\\\"\"}")
				.statusCode()).isEqualTo(201);
			assertThat(client.received().asString()).isEqualTo("hi");
		}
	}

	@Test
	void everyKeyOfTheContractWorksOnTheCommandLine() throws InterruptedException {
		OtherProgram tokens = new OtherProgram("tokens-are-signed-with-this-0123456789");
		OtherProgram streams = new OtherProgram("streams-are-signed-with-this-0123456789");
		try (SampleProcess sample = SampleProcess.start(SampleProcess.jar(), "--realtime.secret=" + SECRET,
				"--realtime.public=false", "--realtime.cable.path=/live,/tenants/{tenant}/live",
				"--realtime.cable.ping-interval=1s", "--realtime.cable.pong-timeout=30s",
				"--realtime.origins.allowed=https://*.example.com",
				"--realtime.jwt.secret=tokens-are-signed-with-this-0123456789", "--realtime.jwt.param=ticket",
				"--realtime.jwt.enforce=true", "--realtime.jwt.clock-skew=1s", "--realtime.jwt.close-on-expiry=false",
				"--realtime.streams.secret=streams-are-signed-with-this-0123456789", "--realtime.streams.public=true",
				"--realtime.streams.whisper=true", "--realtime.streams.presence=false",
				"--realtime.broadcast.enabled=true", "--realtime.broadcast.key=publisher",
				"--realtime.broadcast.path=/publish", "--realtime.broadcast.lenient=true",
				"--realtime.history.enabled=true", "--realtime.history.limit=10", "--realtime.history.ttl=1m",
				"--realtime.history.max-memory=1MB", "--realtime.sessions.ttl=1m", "--realtime.presence.ttl=10s",
				"--realtime.websocket.transport=spring", "--realtime.inbound.max-message-size=32KB",
				"--realtime.inbound.max-subscriptions=10", "--realtime.inbound.max-identifier-length=2KB",
				"--realtime.outbound.max-bytes=512KB", "--realtime.outbound.write-timeout=1s",
				"--realtime.backend.type=memory", "--realtime.production-profiles=live",
				"--realtime.shutdown.drain=500ms");
				CableClient client = CableClient.open(sample.url(),
						"/tenants/acme/live?ticket=" + tokens.token("carol"), null)) {
			client.await("welcome");
			client.await("ping");
			client.subscribe(streams.signedName("news")).await("confirm_subscription");
			client.subscribePlain("open").await("confirm_subscription");
			assertThat(new Visitor(sample.url())
				.post("/publish", "application/json", "{\"stream\":\"news\",\"data\":\"1\"}", "Authorization",
						"Bearer publisher")
				.statusCode()).isEqualTo(201);
			assertThat(client.received().asInt()).isEqualTo(1);
			assertThat(pageIsServedWith(sample, "data-cable=\"/live\"")).isTrue();
			assertThat(sample.terminate()).isEqualTo(143);
			assertThat(client.await("disconnect").get("reason").asString()).isEqualTo("server_restart");
			assertThat(sample.output()).doesNotContain("signed-with-this", SECRET);
		}
	}

	@Test
	void secretOfTheDemoIsNotInForceWhenAnotherIsGiven() {
		OtherProgram demo = new OtherProgram("demo-secret-for-the-sample-only-0123456789");
		OtherProgram other = new OtherProgram(SECRET);
		try (SampleProcess sample = SampleProcess.start(SampleProcess.jar(), "--realtime.secret=" + SECRET);
				CableClient stranger = CableClient.open(sample.url(), "/cable", demo.token("carol"));
				CableClient friend = CableClient.connect(sample.url(), other.token("carol"))) {
			assertThat(stranger.await("disconnect").get("reason").asString()).isEqualTo("unauthorized");
			friend.subscribe(demo.signedName("news")).await("reject_subscription");
			friend.subscribe(other.signedName("news")).await("confirm_subscription");
		}
	}

	@Test
	@DisplayName("K22 P12 the jar holds the starter, the page's libraries and nothing else: no Redis, no database")
	void k22HoldsOnlyWhatTheStarterBrings() throws IOException {
		try (JarFile jar = new JarFile(SampleProcess.jar().toFile())) {
			Stream<String> libraries = jar.stream()
				.map((entry) -> entry.getName())
				.filter((name) -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
				.map((name) -> name.substring("BOOT-INF/lib/".length()));
			assertThat(libraries).isNotEmpty()
				.allMatch((name) -> EXPECTED.stream().anyMatch(name::startsWith), "is expected")
				.noneMatch((name) -> name.contains("redis") || name.contains("jdbc") || name.contains("data-"));
		}
	}

	private static boolean pageIsServedWith(SampleProcess sample, String text) {
		Visitor alice = new Visitor(sample.url());
		alice.signIn("alice", "wonderland");
		return alice.page("/rooms/general").contains(text);
	}

}
