/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import io.github.realtimespring.broadcast.RemoteCommand;
import io.github.realtimespring.protocol.DisconnectReason;

/**
 * All sessions of this instance, found by id, connection identifiers, user and token.
 * Safe from any thread.
 */
public final class SessionRegistry {

	private final ConcurrentMap<String, Session> byId = new ConcurrentHashMap<>();

	private final SessionIndex byIdentifiers = new SessionIndex();

	private final SessionIndex byPrincipal = new SessionIndex();

	private final SessionIndex byToken = new SessionIndex();

	/**
	 * The number of sessions.
	 * @return the number of sessions
	 */
	public int size() {
		return this.byId.size();
	}

	/**
	 * The number of distinct connection identifiers.
	 * @return the number of identifiers
	 */
	public int distinctIdentifiers() {
		return this.byIdentifiers.size();
	}

	/**
	 * All sessions.
	 * @return a view that follows the registry
	 */
	public Collection<Session> sessions() {
		return this.byId.values();
	}

	/**
	 * Find a session.
	 * @param id the id of the connection
	 * @return the session
	 */
	public Optional<Session> find(String id) {
		return Optional.ofNullable(this.byId.get(id));
	}

	/**
	 * Disconnect all sessions that a command concerns.
	 * @param command the command
	 * @return the number of sessions that were told to go
	 */
	public int disconnect(RemoteCommand.Disconnect command) {
		int disconnected = 0;
		for (Session session : find(command)) {
			if (session.disconnect(DisconnectReason.REMOTE, command.reconnect())) {
				disconnected++;
			}
		}
		return disconnected;
	}

	void add(Session session) {
		this.byId.put(session.id(), session);
		this.byIdentifiers.add(session.identity().identifiers(), session);
		this.byPrincipal.add(session.identity().principal(), session);
		this.byToken.add(session.identity().tokenId(), session);
	}

	void remove(Session session) {
		this.byId.remove(session.id());
		this.byIdentifiers.remove(session.identity().identifiers(), session);
		this.byPrincipal.remove(session.identity().principal(), session);
		this.byToken.remove(session.identity().tokenId(), session);
	}

	private List<Session> find(RemoteCommand.Disconnect command) {
		String value = command.value();
		return switch (command.target()) {
			case CONNECTION -> find(value).map(List::of).orElse(List.of());
			case IDENTIFIERS -> this.byIdentifiers.find(value);
			case PRINCIPAL -> this.byPrincipal.find(value);
			case TOKEN -> this.byToken.find(value);
		};
	}

}
