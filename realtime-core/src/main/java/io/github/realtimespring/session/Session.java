/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.github.realtimespring.auth.Identity;
import io.github.realtimespring.connection.Connection;
import io.github.realtimespring.connection.ConnectionListener;
import io.github.realtimespring.connection.Outbox;
import io.github.realtimespring.connection.OutboxListener;
import io.github.realtimespring.json.JsonText;
import io.github.realtimespring.protocol.CableCodec;
import io.github.realtimespring.protocol.CableProtocol;
import io.github.realtimespring.protocol.ClientCommand;
import io.github.realtimespring.protocol.DisconnectReason;
import io.github.realtimespring.protocol.ServerMessage;
import io.github.realtimespring.session.SessionCounters.CommandResult;

/**
 * One connection from its welcome to its end.
 * <p>
 * What comes in: the transport hands over messages one at a time; they are decoded on its
 * thread and go through the {@link Mailbox} to the {@link CommandHandler}. What goes out:
 * everything passes the {@link Outbox}. How it ends: whoever ends it first (the client,
 * the application, a deadline, an outbox that overflows, a drain) moves the state on, and
 * only that one does the work. Subscriptions are given back at once, the registry forgets
 * the session when the transport says that the connection is gone.
 */
public final class Session implements ConnectionListener, OutboxListener {

	private final String id = SessionIds.next();

	private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

	private final ClientSubscriptions subscriptions = new ClientSubscriptions();

	private final SessionContext context;

	private final SessionRegistry registry;

	private final Connection connection;

	private final Handshake handshake;

	private final Identity identity;

	private final Outbox outbox;

	private final Mailbox mailbox;

	private final CommandHandler commands;

	private final Heartbeat heartbeat;

	private final RateLimit rateLimit;

	private Session(SessionContext context, SessionRegistry registry, Connection connection, Handshake handshake) {
		this.context = context;
		this.registry = registry;
		this.connection = connection;
		this.handshake = handshake;
		Identity identity = handshake.identity();
		this.identity = (identity != null) ? identity : Identity.of("{\"sid\":" + JsonText.quote(this.id) + "}");
		SessionSettings settings = context.settings();
		this.outbox = new Outbox(connection, this, settings.outbox(), context.timers(), context.traffic());
		this.commands = new CommandHandler(this, context, this.subscriptions);
		this.mailbox = new Mailbox(this.commands::handle, connection, context.callbacks(),
				settings.maxQueuedCommands());
		this.heartbeat = new Heartbeat(this, settings, handshake.pings(), context.timers());
		this.rateLimit = new RateLimit(settings, context.ticker());
	}

	/**
	 * Start a session: {@code welcome} is the first frame.
	 * @param context what all sessions share
	 * @param registry where the session is registered
	 * @param connection the connection
	 * @param handshake what was agreed on
	 * @return the session
	 */
	static Session open(SessionContext context, SessionRegistry registry, Connection connection, Handshake handshake) {
		Session session = new Session(context, registry, connection, handshake);
		registry.add(session);
		context.counters().countOpened(handshake.protocol());
		session.outbox.send(CableCodec.encode(new ServerMessage.Welcome(session.id)));
		session.heartbeat.start();
		return session;
	}

	/**
	 * The id of the connection, which clients know as {@code sid}.
	 * @return the id
	 */
	public String id() {
		return this.id;
	}

	/**
	 * Whose connection it is.
	 * @return the identity
	 */
	public Identity identity() {
		return this.identity;
	}

	/**
	 * The protocol that is spoken.
	 * @return the protocol
	 */
	public CableProtocol protocol() {
		return this.handshake.protocol();
	}

	/**
	 * The address of the client.
	 * @return the address
	 */
	public String remoteAddress() {
		return this.handshake.remoteAddress();
	}

	@Override
	public void message(byte[] message) {
		this.context.traffic().received(message.length);
		this.heartbeat.heard();
		if (this.state.get() != State.OPEN) {
			return;
		}
		if (!this.rateLimit.tryAcquire()) {
			count(CommandResult.LIMITED);
			return;
		}
		ClientCommand command = CableCodec.decode(message);
		if (command instanceof ClientCommand.Malformed) {
			count(CommandResult.MALFORMED);
			return;
		}
		this.heartbeat.heardCommand();
		dispatch(command);
	}

	@Override
	public void pong() {
		this.heartbeat.heard();
	}

	@Override
	public void closed(int code) {
		if (this.state.getAndSet(State.CLOSED) == State.CLOSED) {
			return;
		}
		this.heartbeat.stop();
		this.outbox.discard();
		release();
		this.registry.remove(this);
		this.context.counters().countClosed(protocol());
	}

	@Override
	public void overflow() {
		disconnect(DisconnectReason.TOO_SLOW, true);
	}

	@Override
	public void timedOut() {
		disconnect(DisconnectReason.TOO_SLOW, true);
	}

	@Override
	public void failed() {
		if (this.state.compareAndSet(State.OPEN, State.CLOSING)) {
			release();
		}
	}

	/**
	 * End the session: the client is told why, then the connection is closed. Does not
	 * wait. Has no effect on a session that is ending already.
	 * @param reason why
	 * @param reconnect whether the client should come back
	 * @return whether this call ended the session
	 */
	public boolean disconnect(DisconnectReason reason, boolean reconnect) {
		if (!this.state.compareAndSet(State.OPEN, State.CLOSING)) {
			return false;
		}
		this.context.counters().count(reason);
		this.heartbeat.stop();
		ServerMessage message = new ServerMessage.Disconnect(reason, reconnect);
		if (reason == DisconnectReason.TOO_SLOW) {
			this.outbox.abort(CableCodec.encode(message), reason.closeCode(), reason.closeText());
		}
		else {
			this.outbox.close(CableCodec.encode(message), reason.closeCode(), reason.closeText());
		}
		release();
		return true;
	}

	/**
	 * End the connection at once, without telling the client.
	 */
	public void drop() {
		this.connection.drop();
	}

	Outbox outbox() {
		return this.outbox;
	}

	/** Whether the client's messages are left unread because too many wait already. */
	boolean readsNothing() {
		return this.mailbox.isSuspended();
	}

	int subscriptionCount() {
		return this.subscriptions.size();
	}

	private void dispatch(ClientCommand command) {
		if (command instanceof ClientCommand.Ping) {
			this.outbox.send(CableCodec.encode(new ServerMessage.Pong()));
			count(CommandResult.OK);
		}
		else if (command instanceof ClientCommand.Pong) {
			count(CommandResult.OK);
		}
		else if (command instanceof ClientCommand.Unknown) {
			count(CommandResult.UNKNOWN);
		}
		else if (!this.mailbox.offer(command)) {
			count(CommandResult.DUPLICATE);
		}
	}

	private void release() {
		this.mailbox.close();
		List<ClientSubscription> ended = this.subscriptions.close();
		if (!ended.isEmpty()) {
			this.commands.release(ended);
			this.mailbox.finish(() -> this.commands.unsubscribed(ended));
		}
	}

	private void count(CommandResult result) {
		this.context.counters().count(result);
	}

	/**
	 * Where a session is in its life.
	 */
	private enum State {

		OPEN, CLOSING, CLOSED

	}

}
