/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import io.github.realtimespring.protocol.CableProtocol;
import io.github.realtimespring.protocol.DisconnectReason;
import org.jspecify.annotations.Nullable;

/**
 * Counts what sessions do. The counters only grow and may be read from any thread.
 */
public final class SessionCounters {

	private final Map<CommandResult, LongAdder> commands = new EnumMap<>(CommandResult.class);

	private final Map<DisconnectReason, LongAdder> disconnects = new EnumMap<>(DisconnectReason.class);

	private final Map<CableProtocol, LongAdder> opened = new EnumMap<>(CableProtocol.class);

	private final Map<CableProtocol, LongAdder> closed = new EnumMap<>(CableProtocol.class);

	/**
	 * What became of a client's message.
	 */
	public enum CommandResult {

		/** It was handled. */
		OK,

		/** It could not be read. */
		MALFORMED,

		/** Its command is not known, or it lacks an identifier. */
		UNKNOWN,

		/** It was refused or came to nothing. */
		FAILED,

		/** It repeated a subscribe that was answered or is being answered. */
		DUPLICATE,

		/** It exceeded the rate limit. */
		LIMITED

	}

	/**
	 * Create counters that stand at zero.
	 */
	public SessionCounters() {
		for (CommandResult result : CommandResult.values()) {
			this.commands.put(result, new LongAdder());
		}
		for (DisconnectReason reason : DisconnectReason.values()) {
			this.disconnects.put(reason, new LongAdder());
		}
		for (CableProtocol protocol : CableProtocol.values()) {
			this.opened.put(protocol, new LongAdder());
			this.closed.put(protocol, new LongAdder());
		}
	}

	/**
	 * Messages of clients.
	 * @param result what became of them
	 * @return the number of messages
	 */
	public long commands(CommandResult result) {
		return sum(this.commands.get(result));
	}

	/**
	 * Connections that the server ended.
	 * @param reason why
	 * @return the number of connections
	 */
	public long disconnects(DisconnectReason reason) {
		return sum(this.disconnects.get(reason));
	}

	/**
	 * Sessions that were opened.
	 * @return the number of sessions
	 */
	public long opened() {
		return this.opened.values().stream().mapToLong(LongAdder::sum).sum();
	}

	/**
	 * Sessions that are gone.
	 * @return the number of sessions
	 */
	public long closed() {
		return this.closed.values().stream().mapToLong(LongAdder::sum).sum();
	}

	/**
	 * Sessions that were opened.
	 * @param protocol the protocol that they speak
	 * @return the number of sessions
	 */
	public long opened(CableProtocol protocol) {
		return sum(this.opened.get(protocol));
	}

	/**
	 * Sessions that are gone.
	 * @param protocol the protocol that they spoke
	 * @return the number of sessions
	 */
	public long closed(CableProtocol protocol) {
		return sum(this.closed.get(protocol));
	}

	/**
	 * Sessions that are open.
	 * @param protocol the protocol that they speak
	 * @return the number of sessions
	 */
	public long open(CableProtocol protocol) {
		// in this order: what is opened between the two reads must not make it negative
		long closed = closed(protocol);
		return opened(protocol) - closed;
	}

	void count(CommandResult result) {
		increment(this.commands.get(result));
	}

	void count(DisconnectReason reason) {
		increment(this.disconnects.get(reason));
	}

	void countOpened(CableProtocol protocol) {
		increment(this.opened.get(protocol));
	}

	void countClosed(CableProtocol protocol) {
		increment(this.closed.get(protocol));
	}

	private static long sum(@Nullable LongAdder counter) {
		return (counter != null) ? counter.sum() : 0;
	}

	private static void increment(@Nullable LongAdder counter) {
		if (counter != null) {
			counter.increment();
		}
	}

}
