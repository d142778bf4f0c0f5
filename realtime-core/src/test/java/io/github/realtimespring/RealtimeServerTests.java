/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.realtimespring.ServerFixture.Client;
import io.github.realtimespring.broadcast.RecordingBackend;
import io.github.realtimespring.protocol.DisconnectReason;
import io.github.realtimespring.stream.StreamAuthorizer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static io.github.realtimespring.Eventually.eventually;
import static io.github.realtimespring.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for the life of a {@link RealtimeServer}.
 */
class RealtimeServerTests {

	private static final String TOLD = "{\"type\":\"disconnect\",\"reason\":\"server_restart\",\"reconnect\":true}";

	@Test
	void serverMayStartAndStopMoreThanOnceAndLeavesNoThread() {
		try (ServerFixture fixture = new ServerFixture()) {
			for (int i = 0; i < 3; i++) {
				fixture.server.start();
				fixture.server.start();
				assertThat(ServerFixture.hasThreads()).isTrue();
				Client client = fixture.open().subscribe("a");
				fixture.server.broadcasts().publishJson("a", "1");
				until(() -> client.has("\"message\":1}"));
				fixture.server.stop();
				fixture.server.stop();
				assertThat(ServerFixture.hasThreads()).isFalse();
				client.connection.gone(1001);
				assertThat(fixture.server.registry().size()).isZero();
				assertThat(fixture.server.hub().subscriptions()).isZero();
				assertThat(fixture.server.hub().streams()).isZero();
			}
		}
	}

	@Test
	void backendThatDoesNotStartLeavesNoThreadAndTheDoorsClosed() {
		RecordingBackend backend = new RecordingBackend();
		try (ServerFixture fixture = new ServerFixture(backend)) {
			backend.onStart(() -> {
				throw new IllegalStateException("expected by the test");
			});
			assertThatIllegalStateException().isThrownBy(fixture.server::start);
			assertThat(ServerFixture.hasThreads()).isFalse();
			assertThat(fixture.server.admission().isClosed()).isTrue();
			backend.onStart(() -> {
			});
			fixture.server.start();
			fixture.open().subscribe("a");
		}
	}

	@Test
	void admissionKnowsTheLimitAndTheEnd() {
		try (ServerFixture fixture = new ServerFixture(2, Duration.ofHours(1), StreamAuthorizer.ALLOW)) {
			Admission admission = fixture.server.admission();
			assertThat(admission.turnAway()).hasValue(Duration.ofSeconds(1));
			fixture.server.start();
			assertThat(admission.turnAway()).isEmpty();
			Client first = fixture.open();
			assertThat(admission.turnAway()).isEmpty();
			fixture.open();
			assertThat(admission.turnAway()).hasValue(Duration.ofSeconds(5));
			assertThat(admission.isClosed()).isFalse();
			first.connection.gone(1000);
			assertThat(admission.turnAway()).isEmpty();
			fixture.server.stop();
			assertThat(admission.turnAway()).hasValue(Duration.ofSeconds(1));
			assertThat(admission.isClosed()).isTrue();
		}
		try (ServerFixture unlimited = new ServerFixture()) {
			unlimited.server.start();
			Stream.generate(unlimited::open).limit(100).forEach((client) -> {
			});
			assertThat(unlimited.server.admission().turnAway()).isEmpty();
		}
	}

	@Test
	void drainOfAnEmptyServerEndsAtOnce() {
		try (ServerFixture fixture = new ServerFixture()) {
			fixture.server.start();
			assertThat(fixture.server.drain(Duration.ofHours(1)).toCompletableFuture()).isCompleted();
			assertThat(fixture.server.admission().isClosed()).isTrue();
		}
	}

	@Test
	@DisplayName("A22: a drain tells everybody server_restart, spread over the window, and ends with the last")
	void a22DrainIsSpread() {
		try (ServerFixture fixture = new ServerFixture()) {
			fixture.server.start();
			List<Long> told = new ArrayList<>();
			List<Client> clients = Stream.generate(fixture::open).limit(10).toList();
			Duration window = Duration.ofSeconds(2);
			long start = System.nanoTime();
			clients.forEach((client) -> client.connection.duringWrite(() -> {
				synchronized (told) {
					told.add(System.nanoTime() - start);
				}
			}));
			CompletableFuture<Void> drained = fixture.server.drain(window).toCompletableFuture();
			drained.join();
			assertThat(fixture.server.registry().size()).isZero();
			assertThat(clients).allSatisfy((client) -> assertThat(client.connection.log()).hasSize(3)
				.endsWith(TOLD, "<close 1001 Server restart>"));
			assertThat(fixture.server.counters().disconnects(DisconnectReason.SERVER_RESTART)).isEqualTo(10);
			assertThat(told).hasSize(10);
			for (int i = 0; i < 10; i++) {
				assertThat(told.get(i)).isGreaterThanOrEqualTo(window.toNanos() / 10 * i);
			}
		}
	}

	@Test
	void drainEndsAsSoonAsNobodyIsLeft() {
		try (ServerFixture fixture = new ServerFixture()) {
			fixture.server.start();
			List<Client> clients = Stream.generate(fixture::open).limit(5).toList();
			CompletableFuture<Void> drained = fixture.server.drain(Duration.ofHours(1)).toCompletableFuture();
			clients.forEach((client) -> client.connection.gone(1001));
			drained.orTimeout(60, TimeUnit.SECONDS).join();
		}
	}

	@Test
	void drainTellsWhoSlippedInAndDropsWhoDoesNotGo() {
		try (ServerFixture fixture = new ServerFixture()) {
			fixture.server.start();
			Client stubborn = fixture.open();
			stubborn.connection.neverAnswerClose();
			long start = System.nanoTime();
			CompletableFuture<Void> drained = fixture.server.drain(Duration.ofMillis(500)).toCompletableFuture();
			Client late = fixture.open();
			until(() -> late.has("server_restart"));
			assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(Duration.ofMillis(500).toNanos());
			assertThat(stubborn.connection.isDropped()).isFalse();
			drained.join();
			assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(Duration.ofMillis(500 + 200 + 1000).toNanos());
			assertThat(stubborn.connection.isDropped()).isTrue();
			assertThat(stubborn.connection.log()).containsSubsequence(TOLD, "<close 1001 Server restart>", "<drop>");
			eventually(() -> assertThat(fixture.server.registry().size()).isZero());
			assertThat(fixture.server.counters().disconnects(DisconnectReason.SERVER_RESTART)).isEqualTo(2);
		}
	}

	@Test
	void stopMayFollowOnTheThreadThatEndsTheDrain() {
		try (ServerFixture fixture = new ServerFixture()) {
			fixture.server.start();
			fixture.open();
			fixture.server.drain(Duration.ofMillis(1)).thenRun(fixture.server::stop).toCompletableFuture().join();
			Eventually.noThread("realtime-");
		}
	}

	@Test
	void authorizerThatIsSlowOrFailsConcernsItsSessionAlone() {
		CompletableFuture<Boolean> slow = new CompletableFuture<>();
		StreamAuthorizer authorizer = (identity, stream, signed) -> switch (stream) {
			case "slow" -> slow;
			case "throws" -> throw new IllegalStateException("expected by the test");
			case "null" -> null;
			default -> CompletableFuture.completedFuture(!stream.equals("refused"));
		};
		try (ServerFixture fixture = new ServerFixture(0, Duration.ofHours(1), authorizer)) {
			fixture.server.start();
			Client waiting = fixture.open();
			for (String stream : List.of("slow", "throws", "null", "refused", "allowed")) {
				waiting.send("{\"channel\":\"$pubsub\",\"stream_name\":\"" + stream + "\"}");
			}
			fixture.open().subscribe("allowed");
			assertThat(waiting.connection.frames()).hasSize(1);
			slow.complete(true);
			until(() -> waiting.connection.frames().size() == 6);
			List<String> answers = waiting.connection.frames()
				.stream()
				.skip(1)
				.map((frame) -> frame.split("\"")[3])
				.toList();
			assertThat(answers).containsExactly("confirm_subscription", "reject_subscription", "reject_subscription",
					"reject_subscription", "confirm_subscription");
		}
	}

	@Test
	void gapOfTheBackendIsTold() {
		RecordingBackend backend = new RecordingBackend();
		try (ServerFixture fixture = new ServerFixture(backend)) {
			fixture.server.start();
			backend.sink().gap("a");
			backend.sink().down();
			backend.sink().up();
			eventually(() -> assertThat(fixture.gaps).containsExactly("a"));
			assertThat(fixture.server.hub().gaps()).isEqualTo(1);
			fixture.threads.shutdownNow();
			backend.sink().gap("a");
			assertThat(fixture.server.hub().gaps()).isEqualTo(2);
		}
	}

}
