/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.util.Optional;

import io.github.realtimespring.auth.Identity;
import io.github.realtimespring.protocol.CableProtocol;
import io.github.realtimespring.protocol.DisconnectReason;
import io.github.realtimespring.session.Handshake;
import io.github.realtimespring.session.PingOptions;
import org.jspecify.annotations.Nullable;

/**
 * A handshake that was decided: it ends with status 101, and the client either gets a
 * session or is told why not.
 *
 * @param selected the sub-protocol to name in the answer, or empty if none that was
 * offered is spoken
 * @param identity whose connection it is, or {@code null} for an anonymous or refused one
 * @param rejection why the client is refused, or {@code null} if it is not
 * @param pings what the client asked of ping messages
 * @param remoteAddress the address of the client
 */
record CableHandshake(Optional<CableProtocol> selected, @Nullable Identity identity,
		@Nullable DisconnectReason rejection, PingOptions pings, String remoteAddress) {

	/**
	 * What a session starts from.
	 * @return the handshake as the engine sees it
	 */
	Handshake toHandshake() {
		return new Handshake(this.selected.orElse(CableProtocol.ACTIONCABLE_V1_JSON), this.identity, this.pings,
				this.remoteAddress);
	}

}
