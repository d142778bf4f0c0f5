/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.realtimespring.auth.Identity;
import io.github.realtimespring.broadcast.RemoteCommand;
import io.github.realtimespring.broadcast.RemoteCommand.Target;
import io.github.realtimespring.channel.SubscribeDecision;
import io.github.realtimespring.connection.TestConnection;
import io.github.realtimespring.protocol.CableProtocol;
import io.github.realtimespring.protocol.DisconnectReason;
import io.github.realtimespring.session.SessionFixture.Client;
import org.junit.jupiter.api.Test;

import static io.github.realtimespring.Eventually.eventually;
import static io.github.realtimespring.session.SessionFixture.TEST;
import static io.github.realtimespring.session.SessionFixture.publicStream;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions that open, subscribe and end at random, all at once, with a slow backend and
 * slow channels: in the end nothing is left of them.
 */
class SessionRaceTests {

	private static final int SESSIONS = 1_000;

	private final SessionFixture fixture = new SessionFixture((settings) -> {
		settings.maxBytes = 5_000;
		settings.maxQueuedCommands = 4;
	});

	@Test
	void nothingIsLeftWhateverHappens() throws Exception {
		this.fixture.backend.onSubscribe((stream) -> CompletableFuture.runAsync(Thread::yield, this.fixture.threads));
		this.fixture.channel.onSubscribe = (request) -> CompletableFuture
			.supplyAsync(() -> SubscribeDecision.confirm(List.of("a", "b")), this.fixture.threads);
		this.fixture.channel.onPerform = (subscription, data) -> CompletableFuture.runAsync(Thread::yield,
				this.fixture.threads);
		ExecutorService clients = Executors.newFixedThreadPool(8);
		List<Future<?>> running = new ArrayList<>();
		for (int i = 0; i < SESSIONS; i++) {
			int number = i;
			running.add(clients.submit(() -> live(number, new Random(number))));
		}
		for (Future<?> future : running) {
			future.get();
		}
		this.fixture.registry.sessions().forEach((session) -> session.disconnect(DisconnectReason.REMOTE, true));
		this.fixture.registry.sessions().forEach(Session::drop);
		this.fixture.assertThatNothingIsLeft();
		eventually(() -> assertThat(this.fixture.channel.count("unsubscribed"))
			.isEqualTo(this.fixture.channel.count("subscribe")));
		assertThat(this.fixture.counters.opened()).isEqualTo(SESSIONS);
		clients.shutdown();
		this.fixture.close();
	}

	private void live(int number, Random random) {
		TestConnection connection = new TestConnection();
		if (random.nextInt(4) == 0) {
			connection.completeOn(this.fixture.threads);
		}
		Identity identity = Identity.of("{\"user\":" + number % 50 + "}", "user" + number % 50);
		Client client = this.fixture.open(connection,
				new Handshake(CableProtocol.ACTIONCABLE_V1_JSON, identity, SessionFixture.NO_PINGS, "127.0.0.1"));
		for (int i = random.nextInt(12); i > 0 && !connection.isGone(); i--) {
			act(client, random);
		}
		switch (random.nextInt(5)) {
			case 0 -> client.gone();
			case 1 -> client.session.disconnect(DisconnectReason.SERVER_RESTART, true);
			case 2 -> this.fixture.registry
				.disconnect(new RemoteCommand.Disconnect(Target.PRINCIPAL, "user" + number % 50, true));
			case 3 -> client.session.drop();
			default -> {
				// ends with the test
			}
		}
	}

	private void act(Client client, Random random) {
		String identifier = publicStream("s" + random.nextInt(5));
		switch (random.nextInt(7)) {
			case 0, 1 -> client.command("subscribe", identifier);
			case 2 -> client.command("subscribe", TEST);
			case 3 -> client.command("unsubscribe", random.nextBoolean() ? identifier : TEST);
			case 4 -> client.perform("x");
			case 5 -> this.fixture.broadcasts.publishJson("s" + random.nextInt(5), "[" + "1,".repeat(200) + "1]");
			default -> client.connection.stall();
		}
	}

}
