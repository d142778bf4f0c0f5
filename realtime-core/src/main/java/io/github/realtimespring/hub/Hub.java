/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.hub;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

import io.github.realtimespring.broadcast.Backend;
import io.github.realtimespring.broadcast.Position;
import io.github.realtimespring.broadcast.Publication;
import io.github.realtimespring.history.History;
import io.github.realtimespring.history.HistorySlice;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Turns one publication into many writes.
 *
 * <h2>Threads</h2> Subscriptions are spread over shards by connection. A shard is one
 * thread with an index of its own, so the index needs no lock, and everything that one
 * connection receives is put in order by one thread. Publishers, backends and sessions
 * never touch an index: they queue to shards.
 *
 * <h2>Order</h2> A backend delivers a stream serially. The stream's state, locked, queues
 * each publication to every shard that has subscribers: here the order is fixed, for all
 * subscribers of this instance. Lanes see to it that offsets only grow.
 *
 * <h2>Interest</h2> The first subscription of a stream makes the backend receive it, the
 * last one to go ends that. Both happen inside {@link ConcurrentMap#compute}, so for one
 * stream they never overlap, however many connections come and go at once. A subscription
 * is put into its shard's index when the backend is ready, and the caller's confirmation
 * is queued by the same step: no message can come before it.
 *
 * <h2>When a shard is too slow</h2> Its queue is bounded. A lane whose queue is full
 * falls behind and heals from the history instead of blocking the backend; only what has
 * no place in the history is lost, and that is counted and reported.
 */
public final class Hub {

	private static final Log logger = LogFactory.getLog(Hub.class);

	private final ConcurrentMap<String, StreamState> streams = new ConcurrentHashMap<>();

	private final LongAdder subscriptions = new LongAdder();

	private final LongAdder deliveries = new LongAdder();

	private final LongAdder publications = new LongAdder();

	private final LongAdder healed = new LongAdder();

	private final LongAdder gaps = new LongAdder();

	private final Shard[] shards;

	private final Backend backend;

	private final Healer healer;

	/**
	 * Create a hub.
	 * @param settings how it is built
	 * @param backend asked for the streams that have subscribers
	 * @param history where a shard that was too slow catches up
	 * @param gapListener told the stream of which something was lost
	 */
	public Hub(HubSettings settings, Backend backend, History history, Consumer<String> gapListener) {
		this.backend = backend;
		this.healer = new HistoryHealer(history, gapListener);
		this.shards = new Shard[settings.shards()];
		for (int i = 0; i < this.shards.length; i++) {
			this.shards[i] = new Shard(i, settings.queueCapacity(), this.deliveries);
		}
	}

	/**
	 * Start the shards.
	 */
	public void start() {
		for (Shard shard : this.shards) {
			shard.start();
		}
	}

	/**
	 * Stop the shards and wait for their threads. Subscriptions stay until they are
	 * removed, which may be later.
	 */
	public void stop() {
		for (Shard shard : this.shards) {
			shard.stop();
		}
	}

	/**
	 * Add subscriptions of one connection.
	 * @param connectionId the id of the connection
	 * @param subscriptions the subscriptions
	 * @param onActive run on the shard's thread right before the first message may come
	 * @return a stage that completes after that, on the shard's thread, or fails if the
	 * backend cannot deliver one of the streams
	 */
	public CompletionStage<Void> subscribe(String connectionId, List<Subscription> subscriptions, Runnable onActive) {
		int shard = shardOf(connectionId);
		CompletableFuture<?>[] active = subscriptions.stream()
			.map((subscription) -> acquire(subscription, shard).toCompletableFuture())
			.toArray(CompletableFuture<?>[]::new);
		CompletableFuture<Void> done = new CompletableFuture<>();
		CompletableFuture.allOf(active).whenComplete((nothing, ex) -> {
			if (ex != null) {
				unsubscribe(connectionId, subscriptions);
				done.completeExceptionally(ex);
				return;
			}
			this.shards[shard].execute(() -> activate(this.shards[shard], subscriptions, onActive, done));
		});
		return done;
	}

	/**
	 * Remove subscriptions of one connection. Those that were removed before are left
	 * out.
	 * @param connectionId the id of the connection
	 * @param subscriptions the subscriptions
	 */
	public void unsubscribe(String connectionId, List<Subscription> subscriptions) {
		int number = shardOf(connectionId);
		Shard shard = this.shards[number];
		for (Subscription subscription : subscriptions) {
			if (release(subscription, number)) {
				shard.execute(() -> shard.index().remove(subscription));
			}
		}
	}

	/**
	 * Deliver a publication to the subscribers of its stream. Does not block. For one
	 * stream, called by one thread at a time.
	 * @param publication the publication
	 */
	public void deliver(Publication publication) {
		StreamState state = this.streams.get(publication.stream());
		if (state != null) {
			this.publications.increment();
			state.deliver(publication);
		}
	}

	/**
	 * Report that something of a stream was lost.
	 * @param stream the stream
	 */
	public void gap(String stream) {
		this.healer.lost(stream);
	}

	/**
	 * The number of subscriptions that a stream has here.
	 * @param stream the stream
	 * @return the number of subscriptions
	 */
	public int subscriptions(String stream) {
		StreamState state = this.streams.get(stream);
		return (state != null) ? state.subscriptions() : 0;
	}

	/**
	 * The number of all subscriptions to streams.
	 * @return the number of subscriptions
	 */
	public long subscriptions() {
		return this.subscriptions.sum();
	}

	/**
	 * The number of streams that have subscribers here.
	 * @return the number of streams
	 */
	public int streams() {
		return this.streams.size();
	}

	/**
	 * The number of shards.
	 * @return the number of shards
	 */
	public int shards() {
		return this.shards.length;
	}

	/**
	 * How many publications wait to be fanned out, over all shards.
	 * @return the number of publications
	 */
	public int waiting() {
		int waiting = 0;
		for (Shard shard : this.shards) {
			waiting += shard.waiting();
		}
		return waiting;
	}

	/**
	 * How many publications were fanned out.
	 * @return the number of publications
	 */
	public long publications() {
		return this.publications.sum();
	}

	/**
	 * How many messages were put into outboxes.
	 * @return the number of messages
	 */
	public long deliveries() {
		return this.deliveries.sum();
	}

	/**
	 * How many publications came from the history because a shard was too slow.
	 * @return the number of publications
	 */
	public long healed() {
		return this.healed.sum();
	}

	/**
	 * How often something was lost.
	 * @return the number of gaps
	 */
	public long gaps() {
		return this.gaps.sum();
	}

	private CompletionStage<Void> acquire(Subscription subscription, int shard) {
		StreamState acquired = this.streams.compute(subscription.stream, (stream, existing) -> {
			StreamState state = (existing != null) ? existing
					: new StreamState(stream, subscribeAtBackend(stream), this.shards, this.healer);
			state.add(shard);
			subscription.state = state;
			return state;
		});
		this.subscriptions.increment();
		return (acquired != null) ? acquired.active() : CompletableFuture.completedFuture(null);
	}

	/** Answers whether the subscription counted until now. */
	private boolean release(Subscription subscription, int shard) {
		boolean[] released = new boolean[1];
		this.streams.computeIfPresent(subscription.stream, (stream, state) -> {
			if (subscription.state != state) {
				return state;
			}
			subscription.state = null;
			subscription.ended = true;
			released[0] = true;
			if (state.remove(shard) > 0) {
				return state;
			}
			unsubscribeAtBackend(stream);
			return null;
		});
		if (released[0]) {
			this.subscriptions.decrement();
		}
		return released[0];
	}

	private CompletionStage<Void> subscribeAtBackend(String stream) {
		try {
			return this.backend.subscribe(stream);
		}
		catch (RuntimeException ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

	private void unsubscribeAtBackend(String stream) {
		try {
			this.backend.unsubscribe(stream);
		}
		catch (RuntimeException ex) {
			logger.warn("The backend failed to unsubscribe from a stream", ex);
		}
	}

	private static void activate(Shard shard, List<Subscription> subscriptions, Runnable onActive,
			CompletableFuture<Void> done) {
		boolean active = true;
		for (Subscription subscription : subscriptions) {
			if (subscription.ended) {
				active = false;
				continue;
			}
			shard.index().add(subscription);
		}
		try {
			if (active) {
				onActive.run();
			}
			done.complete(null);
		}
		catch (RuntimeException ex) {
			done.completeExceptionally(ex);
		}
	}

	private int shardOf(String connectionId) {
		return (connectionId.hashCode() & Integer.MAX_VALUE) % this.shards.length;
	}

	/**
	 * Reads what a lane missed, and counts.
	 */
	private final class HistoryHealer implements Healer {

		private final History history;

		private final Consumer<String> gapListener;

		HistoryHealer(History history, Consumer<String> gapListener) {
			this.history = history;
			this.gapListener = gapListener;
		}

		@Override
		public CompletionStage<HistorySlice> read(String stream, Position after, int limit) {
			try {
				return this.history.read(stream, after, limit).exceptionally(this::unread);
			}
			catch (RuntimeException ex) {
				return CompletableFuture.completedFuture(unread(ex));
			}
		}

		@Override
		public void healed(int publications) {
			Hub.this.healed.add(publications);
		}

		@Override
		public void lost(String stream) {
			Hub.this.gaps.increment();
			try {
				this.gapListener.accept(stream);
			}
			catch (RuntimeException ex) {
				logger.warn("Nobody could be told that something was lost", ex);
			}
		}

		private HistorySlice unread(Throwable ex) {
			logger.warn("The history could not be read to catch up", ex);
			return new HistorySlice(List.of(), false);
		}

	}

}
