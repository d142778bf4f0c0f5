/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.realtimespring.auth.Identity;
import io.github.realtimespring.broadcast.BackendSink;
import io.github.realtimespring.broadcast.BroadcastService;
import io.github.realtimespring.broadcast.Publication;
import io.github.realtimespring.broadcast.RecordingBackend;
import io.github.realtimespring.broadcast.RemoteCommand;
import io.github.realtimespring.channel.ChannelRegistry;
import io.github.realtimespring.connection.ConnectionListener;
import io.github.realtimespring.connection.TestConnection;
import io.github.realtimespring.connection.TimerWheel;
import io.github.realtimespring.connection.Traffic;
import io.github.realtimespring.history.History;
import io.github.realtimespring.history.HistorySettings;
import io.github.realtimespring.history.InMemoryHistory;
import io.github.realtimespring.hub.Hub;
import io.github.realtimespring.hub.HubSettings;
import io.github.realtimespring.json.JsonText;
import io.github.realtimespring.protocol.CableProtocol;
import io.github.realtimespring.session.PingOptions.Precision;
import io.github.realtimespring.session.SessionCounters.CommandResult;
import io.github.realtimespring.stream.SignedStreamService;
import io.github.realtimespring.stream.StreamAuthorizer;

import static io.github.realtimespring.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions with everything around them, and clients on test connections.
 */
final class SessionFixture implements BackendSink, AutoCloseable {

	static final PingOptions NO_PINGS = new PingOptions(Duration.ZERO, Precision.SECONDS);

	static final String TEST = "{\"channel\":\"test\"}";

	final SignedStreamService signed = SignedStreamService.hmac(List.of("s".repeat(32)));

	final RecordingBackend backend = new RecordingBackend();

	final TestChannel channel = new TestChannel();

	final TimerWheel timers = new TimerWheel("session-test-timer");

	final AtomicLong nanos = new AtomicLong(-5);

	final SessionCounters counters = new SessionCounters();

	final Traffic traffic = new Traffic();

	final SessionRegistry registry = new SessionRegistry();

	final ExecutorService threads = Executors.newCachedThreadPool();

	final Hub hub;

	final Sessions sessions;

	final BroadcastService broadcasts;

	volatile Executor callbacks = this.threads;

	SessionFixture() {
		this((settings) -> {
		});
	}

	SessionFixture(Consumer<TestSettings> change) {
		TestSettings settings = new TestSettings();
		change.accept(settings);
		History history = new InMemoryHistory(new HistorySettings(false, 0, Duration.ZERO, 0), Clock.systemUTC());
		this.hub = new Hub(new HubSettings(2, 10_000), this.backend, history, (stream) -> {
		});
		this.broadcasts = BroadcastService.create(this.backend, (payload) -> new byte[0], this.hub::subscriptions,
				1_000_000);
		ChannelRegistry channels = new ChannelRegistry(Map.of("test", this.channel, ChannelRegistry.PUBSUB,
				ChannelRegistry.pubSub(this.signed, StreamAuthorizer.ALLOW, true, false), "private",
				ChannelRegistry.pubSub(this.signed, StreamAuthorizer.ALLOW, false, true), ChannelRegistry.TURBO,
				ChannelRegistry.turbo(this.signed, StreamAuthorizer.ALLOW)));
		this.sessions = new Sessions(new SessionContext(settings.build(), this.hub, channels, this.broadcasts,
				(task) -> this.callbacks.execute(task), this.timers, this.nanos::get, this.traffic, this.counters),
				this.registry);
		this.backend.start(this);
		this.hub.start();
		this.timers.start();
	}

	Client open() {
		return open(CableProtocol.ACTIONCABLE_V1_JSON, null);
	}

	Client open(CableProtocol protocol, Identity identity) {
		return open(new TestConnection(), new Handshake(protocol, identity, NO_PINGS, "127.0.0.1"));
	}

	Client open(TestConnection connection, Handshake handshake) {
		return new Client(connection, handshake);
	}

	long count(CommandResult result) {
		return this.counters.commands(result);
	}

	/** Let the time pass that the duplicates rule and the rate limit look at. */
	void pass(Duration time) {
		this.nanos.addAndGet(time.toNanos());
	}

	static long opened(SessionCounters counters) {
		return Stream.of(CableProtocol.values()).mapToLong(counters::opened).sum();
	}

	static long closed(SessionCounters counters) {
		return Stream.of(CableProtocol.values()).mapToLong(counters::closed).sum();
	}

	void assertThatNothingIsLeft() {
		eventually(() -> assertThat(this.registry.size()).isZero());
		assertThat(this.registry.distinctIdentifiers()).isZero();
		assertThat(this.registry.sessions()).isEmpty();
		assertThat(SessionFixture.opened(this.counters)).isEqualTo(SessionFixture.closed(this.counters));
		eventually(() -> {
			assertThat(this.hub.subscriptions()).isZero();
			assertThat(this.hub.streams()).isZero();
			assertThat(this.backend.isBalanced()).isTrue();
			assertThat(this.traffic.queued()).isZero();
			assertThat(this.channel.violations()).isEmpty();
		});
	}

	static String publicStream(String name) {
		return "{\"channel\":\"$pubsub\",\"stream_name\":\"" + name + "\"}";
	}

	String signedStream(String channel, String name) {
		return "{\"channel\":\"" + channel + "\",\"signed_stream_name\":\"" + this.signed.sign(name) + "\"}";
	}

	@Override
	public void deliver(Publication publication) {
		this.hub.deliver(publication);
	}

	@Override
	public void gap(String stream) {
		this.hub.gap(stream);
	}

	@Override
	public int execute(RemoteCommand command) {
		return this.registry.disconnect((RemoteCommand.Disconnect) command);
	}

	@Override
	public void up() {
	}

	@Override
	public void down() {
	}

	@Override
	public void close() {
		this.backend.stop();
		this.hub.stop();
		this.timers.stop();
		this.threads.shutdownNow();
	}

	/**
	 * One client.
	 */
	final class Client {

		private final AtomicInteger barriers = new AtomicInteger();

		final TestConnection connection;

		final Session session;

		private final ConnectionListener listener;

		Client(TestConnection connection, Handshake handshake) {
			this.connection = connection;
			this.listener = SessionFixture.this.sessions.open(connection, handshake);
			this.session = (Session) this.listener;
			connection.attach(this.listener);
		}

		void send(String json) {
			this.listener.message(json.getBytes(StandardCharsets.UTF_8));
		}

		void command(String command, String identifier) {
			send("{\"command\":\"" + command + "\",\"identifier\":" + JsonText.quote(identifier) + "}");
		}

		void command(String command, String identifier, String more) {
			send("{\"command\":\"" + command + "\",\"identifier\":" + JsonText.quote(identifier) + "," + more + "}");
		}

		/** Subscribe and wait for the confirmation. */
		Client subscribe(String identifier) {
			command("subscribe", identifier);
			eventually(() -> assertThat(frames()).contains(confirmation(identifier)));
			return this;
		}

		void perform(String data) {
			command("message", TEST, "\"data\":" + JsonText.quote(data));
		}

		void pong() {
			this.listener.pong();
		}

		void gone() {
			this.connection.gone(1006);
		}

		/** Wait until every command so far was handled. */
		void settle() {
			String identifier = "barrier-" + this.barriers.incrementAndGet();
			command("subscribe", identifier);
			eventually(() -> assertThat(this.connection.frames()).contains(rejection(identifier)));
		}

		/** What came, without what belongs to the settling. */
		List<String> frames() {
			return this.connection.frames().stream().filter((frame) -> !frame.contains("\"barrier-")).toList();
		}

		/** What came after the welcome. */
		List<String> answers() {
			List<String> frames = frames();
			assertThat(frames).first().asString().startsWith("{\"type\":\"welcome\"");
			return frames.subList(1, frames.size());
		}

	}

	static String confirmation(String identifier) {
		return "{\"type\":\"confirm_subscription\",\"identifier\":" + JsonText.quote(identifier) + "}";
	}

	static String rejection(String identifier) {
		return "{\"type\":\"reject_subscription\",\"identifier\":" + JsonText.quote(identifier) + "}";
	}

	static String message(String identifier, String json) {
		return "{\"identifier\":" + JsonText.quote(identifier) + ",\"message\":" + json + "}";
	}

	static String disconnect(String reason, boolean reconnect) {
		return "{\"type\":\"disconnect\",\"reason\":\"" + reason + "\",\"reconnect\":" + reconnect + "}";
	}

}
