/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;

import io.github.realtimespring.broadcast.Backend;
import io.github.realtimespring.broadcast.BackendSink;
import io.github.realtimespring.broadcast.BroadcastService;
import io.github.realtimespring.broadcast.PayloadEncoder;
import io.github.realtimespring.broadcast.Publication;
import io.github.realtimespring.broadcast.RemoteCommand;
import io.github.realtimespring.channel.ChannelRegistry;
import io.github.realtimespring.connection.TimerWheel;
import io.github.realtimespring.connection.Traffic;
import io.github.realtimespring.history.History;
import io.github.realtimespring.hub.Hub;
import io.github.realtimespring.protocol.DisconnectReason;
import io.github.realtimespring.session.Session;
import io.github.realtimespring.session.SessionContext;
import io.github.realtimespring.session.SessionCounters;
import io.github.realtimespring.session.SessionRegistry;
import io.github.realtimespring.session.Sessions;

/**
 * A realtime server: sessions, hub and backend put together, with one life from
 * {@link #start()} to {@link #stop()}, possibly more than once. It owns the shards'
 * threads and the timer's thread, and knows nothing of the transport that brings
 * connections.
 */
public final class RealtimeServer {

	private final Traffic traffic = new Traffic();

	private final SessionCounters counters = new SessionCounters();

	private final SessionRegistry registry = new SessionRegistry();

	private final LongAdder commands = new LongAdder();

	private final ServerSettings settings;

	private final Backend backend;

	private final Hub hub;

	private final TimerWheel timers;

	private final BroadcastService broadcasts;

	private final Sessions sessions;

	private final Admission admission;

	/**
	 * Create a server.
	 * @param settings its settings
	 * @param backend what stands between instances
	 * @param history reads what the backend keeps
	 * @param channels what identifiers stand for
	 * @param encoder serializes what is published
	 */
	public RealtimeServer(ServerSettings settings, Backend backend, History history, ChannelRegistry channels,
			PayloadEncoder encoder) {
		this.settings = settings;
		this.backend = backend;
		this.hub = new Hub(settings.hub(), backend, history,
				(stream) -> settings.callbacks().execute(() -> settings.gapListener().accept(stream)));
		this.timers = new TimerWheel("realtime-timer");
		this.broadcasts = BroadcastService.create(backend, encoder, this.hub::subscriptions, settings.maxPayload());
		this.sessions = new Sessions(new SessionContext(settings.sessions(), this.hub, channels, this.broadcasts,
				settings.callbacks(), this.timers, System::nanoTime, this.traffic, this.counters), this.registry);
		this.admission = new Admission(settings.maxConnections(), this.registry::size);
	}

	/**
	 * Start. If the backend does not, no thread is left.
	 */
	public void start() {
		this.timers.start();
		this.hub.start();
		try {
			this.backend.start(new Sink());
		}
		catch (RuntimeException ex) {
			stopThreads();
			throw ex;
		}
		this.admission.open();
	}

	/**
	 * Refuse new connections and tell every client to come back later, spread evenly over
	 * the window.
	 * @param window how long this may take
	 * @return a stage that completes when no session is left, or soon after the window
	 * when the last connections were dropped
	 */
	public CompletionStage<Void> drain(Duration window) {
		this.admission.close();
		List<Session> open = new ArrayList<>(this.registry.sessions());
		Collections.shuffle(open);
		CompletableFuture<Void> drained = new CompletableFuture<>();
		for (int i = 0; i < open.size(); i++) {
			Session session = open.get(i);
			this.timers.schedule(window.toNanos() / open.size() * i,
					() -> session.disconnect(DisconnectReason.SERVER_RESTART, true));
		}
		Duration patience = this.settings.sessions().outbox().writeTimeout().plusSeconds(1);
		// who slipped in while the doors closed is told last
		this.timers.schedule(window.toNanos(), () -> this.registry.sessions()
			.forEach((session) -> session.disconnect(DisconnectReason.SERVER_RESTART, true)));
		awaitEmpty(drained, System.nanoTime() + window.plus(patience).toNanos());
		return drained;
	}

	/**
	 * Stop at once and release every thread. Connections that are left are told and
	 * dropped by their transport.
	 */
	public void stop() {
		this.admission.close();
		try {
			this.backend.stop();
		}
		finally {
			stopThreads();
		}
	}

	/**
	 * Decides whether one more connection may come.
	 * @return the admission
	 */
	public Admission admission() {
		return this.admission;
	}

	/**
	 * Where transports bring their connections.
	 * @return the entrance
	 */
	public Sessions sessions() {
		return this.sessions;
	}

	/**
	 * Publishes.
	 * @return the service
	 */
	public BroadcastService broadcasts() {
		return this.broadcasts;
	}

	/**
	 * All sessions of this instance.
	 * @return the registry
	 */
	public SessionRegistry registry() {
		return this.registry;
	}

	/**
	 * The hub, for its numbers.
	 * @return the hub
	 */
	public Hub hub() {
		return this.hub;
	}

	/**
	 * Counts bytes and messages.
	 * @return the counters
	 */
	public Traffic traffic() {
		return this.traffic;
	}

	/**
	 * Counts what sessions do.
	 * @return the counters
	 */
	public SessionCounters counters() {
		return this.counters;
	}

	/**
	 * Commands that were executed here, wherever they came from.
	 * @return the number of commands
	 */
	public long commands() {
		return this.commands.sum();
	}

	/**
	 * The settings that are in force.
	 * @return the settings
	 */
	public ServerSettings settings() {
		return this.settings;
	}

	private void stopThreads() {
		this.hub.stop();
		this.timers.stop();
	}

	private void awaitEmpty(CompletableFuture<Void> drained, long deadline) {
		if (this.registry.size() == 0) {
			drained.complete(null);
			return;
		}
		if (System.nanoTime() - deadline > 0) {
			this.registry.sessions().forEach(Session::drop);
			drained.complete(null);
			return;
		}
		this.timers.schedule(Duration.ofMillis(20).toNanos(), () -> awaitEmpty(drained, deadline));
	}

	/**
	 * Routes what the backend receives.
	 */
	private final class Sink implements BackendSink {

		@Override
		public void deliver(Publication publication) {
			RealtimeServer.this.hub.deliver(publication);
		}

		@Override
		public void gap(String stream) {
			RealtimeServer.this.hub.gap(stream);
		}

		@Override
		public int execute(RemoteCommand command) {
			RealtimeServer.this.commands.increment();
			return RealtimeServer.this.registry.disconnect((RemoteCommand.Disconnect) command);
		}

		@Override
		public void up() {
		}

		@Override
		public void down() {
		}

	}

}
