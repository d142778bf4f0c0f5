/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

import io.github.realtimespring.connection.TimerWheel;
import io.github.realtimespring.protocol.DisconnectReason;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines of one session, on one timer: the next ping message, the client's answer
 * to it, the next native ping, the answer to that, and the end of the token. After each
 * tick the timer is set to the earliest of them.
 * <p>
 * The first ping message comes at a random moment between half and one and a half
 * intervals, so that clients that came together do not go on together. Deadlines are
 * armed before the ping is written: an answer can never be earlier than its deadline.
 */
final class Heartbeat implements Runnable {

	private static final long NEVER = Long.MAX_VALUE;

	private static final long RETRY = Duration.ofSeconds(1).toNanos();

	private final Session session;

	private final SessionSettings settings;

	private final PingOptions pings;

	private final TimerWheel timers;

	private final long start = System.nanoTime();

	/** All in nanoseconds since the start. */
	private long nextPing = NEVER;

	private long nextNativePing = NEVER;

	private long expiry = NEVER;

	private volatile long pongDeadline = NEVER;

	private volatile long nativeDeadline = NEVER;

	private volatile long lastHeard;

	private TimerWheel.@Nullable Timer timer;

	private boolean stopped;

	Heartbeat(Session session, SessionSettings settings, PingOptions pings, TimerWheel timers) {
		this.session = session;
		this.settings = settings;
		this.pings = pings;
		this.timers = timers;
	}

	synchronized void start() {
		long interval = this.pings.interval().toNanos();
		if (interval > 0) {
			this.nextPing = interval / 2 + ThreadLocalRandom.current().nextLong(interval);
		}
		this.nextNativePing = positive(this.settings.heartbeatInterval());
		Instant expiresAt = this.session.identity().expiresAt();
		if (this.settings.closeOnExpiry() && expiresAt != null) {
			this.expiry = nanosUntil(expiresAt);
		}
		schedule();
	}

	synchronized void stop() {
		this.stopped = true;
		if (this.timer != null) {
			this.timer.cancel();
		}
	}

	/** Something came from the client that it sent by itself. */
	void heardCommand() {
		this.pongDeadline = NEVER;
		heard();
	}

	/** Anything came from the client. */
	void heard() {
		this.lastHeard = now();
		this.nativeDeadline = NEVER;
	}

	@Override
	public void run() {
		if (this.session.readsNothing()) {
			// the client may have answered: this server has not looked
			heardCommand();
		}
		DisconnectReason overdue = overdue(now());
		if (overdue != null) {
			this.session.disconnect(overdue, overdue.reconnect());
			return;
		}
		pingIfDue(now());
		nativePingIfDue(now());
		synchronized (this) {
			schedule();
		}
	}

	private @Nullable DisconnectReason overdue(long now) {
		if (now >= this.expiry) {
			return DisconnectReason.TOKEN_EXPIRED;
		}
		return (now >= this.pongDeadline || now >= this.nativeDeadline) ? DisconnectReason.NO_PONG : null;
	}

	private void pingIfDue(long now) {
		if (now < this.nextPing) {
			return;
		}
		this.nextPing = now + this.pings.interval().toNanos();
		long pongTimeout = this.settings.pongTimeout().toNanos();
		if (pongTimeout > 0 && this.session.protocol().extended() && this.pongDeadline == NEVER) {
			this.pongDeadline = now + pongTimeout;
		}
		this.session.outbox().send(PingFrames.at(Instant.now(), this.pings.precision()));
	}

	private void nativePingIfDue(long now) {
		if (now < this.nextNativePing) {
			return;
		}
		long interval = this.settings.heartbeatInterval().toNanos();
		long silence = now - this.lastHeard;
		if (silence < interval) {
			this.nextNativePing = this.lastHeard + interval;
			return;
		}
		boolean first = this.nativeDeadline == NEVER;
		if (first) {
			this.nativeDeadline = now + this.settings.heartbeatTimeout().toNanos();
		}
		boolean sent = this.session.outbox().ping();
		if (first && !sent) {
			// nothing to answer; the time-out of what is being written tests the
			// connection
			this.nativeDeadline = NEVER;
		}
		this.nextNativePing = now + (sent ? interval : Math.min(interval, RETRY));
	}

	private void schedule() {
		if (this.stopped) {
			return;
		}
		long next = Math.min(Math.min(this.nextPing, this.nextNativePing), this.expiry);
		next = Math.min(next, Math.min(this.pongDeadline, this.nativeDeadline));
		if (next != NEVER) {
			this.timer = this.timers.schedule(next - now(), this);
		}
	}

	private long now() {
		return System.nanoTime() - this.start;
	}

	private static long positive(Duration duration) {
		return (duration.isZero() || duration.isNegative()) ? NEVER : duration.toNanos();
	}

	/** Capped: a token may live longer than nanoseconds can count. */
	private static long nanosUntil(Instant time) {
		Duration left = Duration.between(Instant.now(), time);
		if (left.isNegative()) {
			return 0;
		}
		return (left.toDays() > 3650) ? NEVER : left.toNanos();
	}

}
