/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

import io.github.realtimespring.connection.Connection;
import io.github.realtimespring.protocol.ClientCommand;
import io.github.realtimespring.protocol.ClientCommand.Identified;
import io.github.realtimespring.protocol.ClientCommand.Subscribe;
import org.jspecify.annotations.Nullable;

/**
 * Handles the commands of one session one at a time, in their order. A command that is
 * handled at once stays on the thread that brought it; behind one that takes time the
 * others wait, and go on on the callback executor. When too many wait, nothing more is
 * read from the connection until there is room.
 * <p>
 * A subscribe that repeats one which is not answered yet is dropped: both share the
 * answer.
 */
final class Mailbox {

	private final Function<ClientCommand, CompletionStage<?>> handler;

	private final Connection connection;

	private final Executor executor;

	private final int capacity;

	/** Made when a command has to wait. Guarded by this, as is everything below. */
	private @Nullable Deque<ClientCommand> waiting;

	private @Nullable ClientCommand current;

	private boolean suspended;

	private boolean closed;

	private @Nullable Runnable last;

	Mailbox(Function<ClientCommand, CompletionStage<?>> handler, Connection connection, Executor executor,
			int capacity) {
		this.handler = handler;
		this.connection = connection;
		this.executor = executor;
		this.capacity = capacity;
	}

	/** Answers whether the command was taken; a repeated subscribe is not. */
	boolean offer(ClientCommand command) {
		synchronized (this) {
			if (this.closed || repeatsUnanswered(command)) {
				return false;
			}
			if (this.current != null) {
				enqueue(command);
				return true;
			}
			this.current = command;
		}
		handle(command);
		return true;
	}

	/** Forget what waits, and read on: the client's close frame is still to come. */
	void close() {
		boolean resume;
		synchronized (this) {
			this.closed = true;
			this.waiting = null;
			resume = this.suspended;
			this.suspended = false;
		}
		if (resume) {
			this.connection.resumeReading();
		}
	}

	/** Once closed: do a last thing, after the command that is being handled if any. */
	void finish(Runnable last) {
		synchronized (this) {
			if (this.current != null) {
				this.last = last;
				return;
			}
		}
		last.run();
	}

	synchronized boolean isSuspended() {
		return this.suspended;
	}

	private void handle(ClientCommand first) {
		ClientCommand command = first;
		while (command != null) {
			CompletionStage<?> stage = this.handler.apply(command);
			if (!stage.toCompletableFuture().isDone()) {
				stage.whenComplete((result, ex) -> goOn());
				return;
			}
			command = next();
		}
	}

	/** The completing thread may belong to a shard: it must not handle commands. */
	private void goOn() {
		ClientCommand command = next();
		if (command == null) {
			return;
		}
		try {
			this.executor.execute(() -> handle(command));
		}
		catch (RejectedExecutionException ex) {
			this.connection.drop();
		}
	}

	private @Nullable ClientCommand next() {
		boolean resume = false;
		ClientCommand command;
		Runnable last;
		synchronized (this) {
			command = (this.waiting != null) ? this.waiting.poll() : null;
			this.current = command;
			last = this.last;
			this.last = null;
			if (this.suspended && (this.waiting == null || this.waiting.size() <= this.capacity / 2)) {
				this.suspended = false;
				resume = true;
			}
		}
		if (resume) {
			this.connection.resumeReading();
			suspendAgainIfFull();
		}
		if (last != null) {
			last.run();
		}
		return command;
	}

	/** The reader may have filled the mailbox again before it was told to go on. */
	private synchronized void suspendAgainIfFull() {
		if (this.suspended) {
			this.connection.suspendReading();
		}
	}

	private void enqueue(ClientCommand command) {
		if (this.waiting == null) {
			this.waiting = new ArrayDeque<>();
		}
		this.waiting.add(command);
		if (this.waiting.size() >= this.capacity && !this.suspended) {
			this.suspended = true;
			this.connection.suspendReading();
		}
	}

	private boolean repeatsUnanswered(ClientCommand command) {
		return command instanceof Subscribe subscribe && lastFor(subscribe.identifier()) instanceof Subscribe;
	}

	private @Nullable ClientCommand lastFor(String identifier) {
		if (this.waiting != null) {
			for (Iterator<ClientCommand> it = this.waiting.descendingIterator(); it.hasNext();) {
				ClientCommand command = it.next();
				if (concerns(command, identifier)) {
					return command;
				}
			}
		}
		return (this.current != null && concerns(this.current, identifier)) ? this.current : null;
	}

	private static boolean concerns(ClientCommand command, String identifier) {
		return (command instanceof Subscribe || command instanceof ClientCommand.Unsubscribe)
				&& ((Identified) command).identifier().equals(identifier);
	}

}
