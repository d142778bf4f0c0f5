/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.protocol;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The sub-protocols that are spoken. Their messages are the same; the extended one also
 * has a pong time-out and, for its clients, history and resumed sessions.
 */
public enum CableProtocol {

	/** What every Action Cable client speaks. */
	ACTIONCABLE_V1_JSON("actioncable-v1-json"),

	/** The extended protocol of AnyCable's clients. */
	ACTIONCABLE_V1_EXT_JSON("actioncable-v1-ext-json");

	private static final List<String> NAMES = List.of(ACTIONCABLE_V1_JSON.subProtocol,
			ACTIONCABLE_V1_EXT_JSON.subProtocol);

	private final String subProtocol;

	CableProtocol(String subProtocol) {
		this.subProtocol = subProtocol;
	}

	/**
	 * The name in {@code Sec-WebSocket-Protocol}.
	 * @return the name
	 */
	public String subProtocol() {
		return this.subProtocol;
	}

	/**
	 * Whether this is the extended protocol.
	 * @return {@code true} if it is
	 */
	public boolean extended() {
		return this == ACTIONCABLE_V1_EXT_JSON;
	}

	/**
	 * The names of all sub-protocols.
	 * @return the names
	 */
	public static List<String> subProtocols() {
		return NAMES;
	}

	/**
	 * Select the first offered sub-protocol that is spoken.
	 * @param offered what the client offers, in its order
	 * @return the protocol to name in the answer, or empty if nothing offered is spoken:
	 * the connection then speaks {@link #ACTIONCABLE_V1_JSON} unnamed
	 */
	public static Optional<CableProtocol> select(List<String> offered) {
		return offered.stream().map(CableProtocol::of).flatMap(Optional::stream).findFirst();
	}

	/**
	 * The protocol of a name.
	 * @param subProtocol the name
	 * @return the protocol, or empty if it is not spoken
	 */
	public static Optional<CableProtocol> of(@Nullable String subProtocol) {
		for (CableProtocol protocol : values()) {
			if (protocol.subProtocol.equals(subProtocol)) {
				return Optional.of(protocol);
			}
		}
		return Optional.empty();
	}

}
