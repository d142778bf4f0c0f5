/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.github.realtimespring.auth.Identity;
import io.github.realtimespring.broadcast.Backend;
import io.github.realtimespring.channel.ChannelRegistry;
import io.github.realtimespring.connection.ConnectionListener;
import io.github.realtimespring.connection.OutboxSettings;
import io.github.realtimespring.connection.TestConnection;
import io.github.realtimespring.history.HistorySettings;
import io.github.realtimespring.history.InMemoryHistory;
import io.github.realtimespring.history.LocalBackend;
import io.github.realtimespring.hub.HubSettings;
import io.github.realtimespring.json.JsonText;
import io.github.realtimespring.protocol.CableProtocol;
import io.github.realtimespring.session.Handshake;
import io.github.realtimespring.session.PingOptions;
import io.github.realtimespring.session.SessionSettings;
import io.github.realtimespring.stream.SignedStreamService;
import io.github.realtimespring.stream.StreamAuthorizer;

import static io.github.realtimespring.Eventually.noThread;
import static io.github.realtimespring.Eventually.until;

/**
 * A whole server with clients on test connections.
 */
final class ServerFixture implements AutoCloseable {

	private static final Duration LONG = Duration.ofHours(1);

	final InMemoryHistory history = new InMemoryHistory(
			new HistorySettings(true, 1000, Duration.ofMinutes(5), 1_000_000), Clock.systemUTC());

	final SignedStreamService signed = SignedStreamService.hmac(List.of("s".repeat(32)));

	final List<String> gaps = new CopyOnWriteArrayList<>();

	final ExecutorService threads = Executors.newCachedThreadPool();

	final RealtimeServer server;

	ServerFixture() {
		this(0, Duration.ofMillis(200), StreamAuthorizer.ALLOW);
	}

	ServerFixture(int maxConnections, Duration writeTimeout, StreamAuthorizer authorizer) {
		this.server = server(new LocalBackend(this.history), maxConnections, writeTimeout, authorizer);
	}

	ServerFixture(Backend backend) {
		this.server = server(backend, 0, Duration.ofMillis(200), StreamAuthorizer.ALLOW);
	}

	Client open() {
		return new Client();
	}

	static boolean hasThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.anyMatch((thread) -> thread.getName().startsWith("realtime-"));
	}

	@Override
	public void close() {
		this.server.stop();
		this.threads.shutdownNow();
		noThread("realtime-");
	}

	private RealtimeServer server(Backend backend, int maxConnections, Duration writeTimeout,
			StreamAuthorizer authorizer) {
		SessionSettings sessions = new SessionSettings(Duration.ZERO, Duration.ZERO, Duration.ZERO, LONG, 100, 1000, 32,
				0, LONG, false, new OutboxSettings(100_000, writeTimeout, LONG));
		ServerSettings settings = new ServerSettings(sessions, new HubSettings(2, 1000), maxConnections, 100_000,
				this.threads, this.gaps::add);
		ChannelRegistry channels = new ChannelRegistry(
				Map.of("$pubsub", ChannelRegistry.pubSub(this.signed, authorizer, true, false)));
		return new RealtimeServer(settings, backend, this.history, channels, (payload) -> new byte[0]);
	}

	/**
	 * One client.
	 */
	final class Client {

		final TestConnection connection = new TestConnection();

		final ConnectionListener listener;

		Client() {
			this.listener = ServerFixture.this.server.sessions()
				.open(this.connection, new Handshake(CableProtocol.ACTIONCABLE_V1_JSON, Identity.of("{}"),
						new PingOptions(Duration.ZERO, PingOptions.Precision.SECONDS), "127.0.0.1"));
			this.connection.attach(this.listener);
		}

		void send(String identifier) {
			this.listener.message(("{\"command\":\"subscribe\",\"identifier\":" + JsonText.quote(identifier) + "}")
				.getBytes(StandardCharsets.UTF_8));
		}

		Client subscribe(String stream) {
			send("{\"channel\":\"$pubsub\",\"stream_name\":\"" + stream + "\"}");
			until(() -> this.connection.frames().stream().anyMatch((frame) -> frame.contains("confirm_subscription")));
			return this;
		}

		boolean has(String part) {
			return this.connection.frames().stream().anyMatch((frame) -> frame.contains(part));
		}

	}

}
