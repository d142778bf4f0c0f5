/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.protocol;

/**
 * Why a client is disconnected, as it stands in the {@code disconnect} message, with the
 * close frame that follows the message. Source: AnyCable's disconnect reasons.
 */
public enum DisconnectReason {

	/** The token is missing or wrong. */
	UNAUTHORIZED("unauthorized", false, 1000, "Auth Failed"),

	/** The token ran out. */
	TOKEN_EXPIRED("token_expired", false, 1000, "Auth Failed"),

	/** The server shuts down. */
	SERVER_RESTART("server_restart", true, 1001, "Server restart"),

	/** The application ended the connection. */
	REMOTE("remote", false, 1000, "Closed remotely"),

	/** The client did not answer a ping. */
	NO_PONG("no_pong", true, 1000, "No Pong"),

	/** The client reads more slowly than it is written to. */
	TOO_SLOW("too_slow", true, 1000, ""),

	/** The client sent nothing usable in time. */
	IDLE_TIMEOUT("idle_timeout", false, 1000, "Idle Timeout");

	private final String code;

	private final boolean reconnect;

	private final int closeCode;

	private final String closeText;

	DisconnectReason(String code, boolean reconnect, int closeCode, String closeText) {
		this.code = code;
		this.reconnect = reconnect;
		this.closeCode = closeCode;
		this.closeText = closeText;
	}

	/**
	 * The reason as clients know it.
	 * @return the reason's name on the wire
	 */
	public String code() {
		return this.code;
	}

	/**
	 * Whether a client that is told this reason should come back by default.
	 * @return {@code true} if it should
	 */
	public boolean reconnect() {
		return this.reconnect;
	}

	/**
	 * The close code that follows.
	 * @return the WebSocket close code
	 */
	public int closeCode() {
		return this.closeCode;
	}

	/**
	 * The text in the close frame.
	 * @return the text, possibly empty
	 */
	public String closeText() {
		return this.closeText;
	}

}
