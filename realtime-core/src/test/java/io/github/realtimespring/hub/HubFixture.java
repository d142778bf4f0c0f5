/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.hub;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.github.realtimespring.broadcast.Backend;
import io.github.realtimespring.broadcast.BackendSink;
import io.github.realtimespring.broadcast.Payload;
import io.github.realtimespring.broadcast.Publication;
import io.github.realtimespring.broadcast.RemoteCommand;
import io.github.realtimespring.connection.Frame;
import io.github.realtimespring.connection.FrameEncoder;
import io.github.realtimespring.connection.Outbox;
import io.github.realtimespring.connection.OutboxListener;
import io.github.realtimespring.connection.OutboxSettings;
import io.github.realtimespring.connection.TestConnection;
import io.github.realtimespring.connection.TimerWheel;
import io.github.realtimespring.connection.Traffic;
import io.github.realtimespring.history.History;
import io.github.realtimespring.history.HistorySettings;
import io.github.realtimespring.history.InMemoryHistory;
import org.assertj.core.api.InstanceOfAssertFactories;

import static io.github.realtimespring.Eventually.noThread;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A hub with clients on test connections.
 */
final class HubFixture implements BackendSink, AutoCloseable {

	final List<String> gaps = new CopyOnWriteArrayList<>();

	final Hub hub;

	private final Backend backend;

	private final TimerWheel timers = new TimerWheel("hub-test-timer");

	HubFixture(int shards, int capacity, Backend backend, History history) {
		this.backend = backend;
		this.hub = new Hub(new HubSettings(shards, capacity), backend, history, this.gaps::add);
		this.hub.start();
		backend.start(this);
	}

	static InMemoryHistory history(int limit) {
		return new InMemoryHistory(new HistorySettings(true, limit, Duration.ofHours(1), Long.MAX_VALUE),
				Clock.systemUTC());
	}

	void publish(String stream, Object data) {
		publish(publication(stream, data));
	}

	void publish(Publication publication) {
		this.backend.publish(List.of(publication)).toCompletableFuture().join();
	}

	static Publication publication(String stream, Object data) {
		return Publication.of(stream, new Payload(Payload.Kind.JSON, data.toString().getBytes(StandardCharsets.UTF_8)));
	}

	/** A client whose connection belongs to a shard. */
	Client client(int shard) {
		for (int i = 0;; i++) {
			String id = "client" + i + "-" + System.nanoTime();
			if ((id.hashCode() & Integer.MAX_VALUE) % this.hub.shards() == shard) {
				return new Client(id);
			}
		}
	}

	/**
	 * Wait until every shard has done what was queued until now. The first answer may
	 * come before its batch is flushed; the second one is in a batch after that.
	 */
	void settle() {
		for (int shard = 0; shard < this.hub.shards(); shard++) {
			pass(shard);
			pass(shard);
		}
	}

	private void pass(int shard) {
		await(this.hub.subscribe(client(shard).id, List.of(), () -> {
		}).toCompletableFuture());
	}

	/** What the shards' indexes hold of streams. */
	void assertThatNothingIsLeft() {
		settle();
		assertThat(this.hub.streams()).isZero();
		assertThat(this.hub.subscriptions()).isZero();
		assertThat(this.hub).extracting("shards")
			.asInstanceOf(InstanceOfAssertFactories.ARRAY)
			.extracting("index.streams")
			.allSatisfy((streams) -> assertThat(streams).asInstanceOf(InstanceOfAssertFactories.MAP).isEmpty());
	}

	static <T> T await(CompletableFuture<T> future) {
		return future.orTimeout(60, TimeUnit.SECONDS).join();
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
		return 0;
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
		noThread("realtime-shard");
	}

	/**
	 * Writes the message behind a name.
	 */
	record NamedEncoder(String name) implements FrameEncoder {

		@Override
		public Frame encode(byte[] json) {
			return Frame.of(this.name + new String(json, StandardCharsets.UTF_8));
		}

	}

	/**
	 * One client.
	 */
	final class Client implements OutboxListener {

		final TestConnection connection = new TestConnection();

		final String id;

		final Outbox outbox;

		Client(String id) {
			this.id = id;
			this.outbox = new Outbox(this.connection, this,
					new OutboxSettings(Integer.MAX_VALUE, Duration.ofHours(1), Duration.ofHours(1)),
					HubFixture.this.timers, new Traffic());
		}

		Subscription to(String stream) {
			return to(stream, new NamedEncoder(""));
		}

		Subscription to(String stream, FrameEncoder encoder) {
			return new Subscription(stream, this.id, this.outbox, encoder);
		}

		/** Subscribe and wait for it. */
		Subscription subscribe(String stream) {
			Subscription subscription = to(stream);
			await(subscribe(List.of(subscription)));
			return subscription;
		}

		CompletableFuture<Void> subscribe(List<Subscription> subscriptions) {
			return HubFixture.this.hub.subscribe(this.id, subscriptions, () -> this.outbox.send(Frame.of("confirmed")))
				.toCompletableFuture();
		}

		void unsubscribe(Subscription... subscriptions) {
			HubFixture.this.hub.unsubscribe(this.id, List.of(subscriptions));
		}

		/** What came after the confirmation. */
		List<String> messages() {
			List<String> frames = this.connection.frames();
			if (frames.isEmpty()) {
				return frames;
			}
			assertThat(frames).first().isEqualTo("confirmed");
			return frames.subList(1, frames.size());
		}

		@Override
		public void overflow() {
		}

		@Override
		public void timedOut() {
		}

		@Override
		public void failed() {
		}

	}

}
