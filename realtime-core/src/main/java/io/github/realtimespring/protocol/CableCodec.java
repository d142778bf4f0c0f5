/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.protocol;

import io.github.realtimespring.connection.Frame;
import io.github.realtimespring.json.JsonText;
import io.github.realtimespring.protocol.ServerMessage.ConfirmHistory;
import io.github.realtimespring.protocol.ServerMessage.ConfirmSubscription;
import io.github.realtimespring.protocol.ServerMessage.Disconnect;
import io.github.realtimespring.protocol.ServerMessage.Ping;
import io.github.realtimespring.protocol.ServerMessage.Pong;
import io.github.realtimespring.protocol.ServerMessage.PresenceError;
import io.github.realtimespring.protocol.ServerMessage.RejectHistory;
import io.github.realtimespring.protocol.ServerMessage.RejectSubscription;
import io.github.realtimespring.protocol.ServerMessage.Welcome;

/**
 * Between bytes and messages: one JSON document a frame. Keys are emitted in AnyCable's
 * order. Stateless and safe from any thread; {@link #decode} never throws.
 */
public final class CableCodec {

	private static final Frame PONG = Frame.of("{\"type\":\"pong\"}");

	private CableCodec() {
	}

	/**
	 * Read what a client sent. Tolerant where real clients are odd, and bounded: whatever
	 * cannot be read is {@link ClientCommand.Malformed}.
	 * @param message the bytes of one message
	 * @return the command
	 */
	public static ClientCommand decode(byte[] message) {
		return CommandReader.read(message);
	}

	/**
	 * Write what the server tells.
	 * @param message the message
	 * @return the frame
	 */
	public static Frame encode(ServerMessage message) {
		if (message instanceof Ping ping) {
			return Frame.of("{\"type\":\"ping\",\"message\":" + ping.time() + "}");
		}
		if (message instanceof Pong) {
			return PONG;
		}
		if (message instanceof Welcome welcome) {
			return Frame.of("{\"type\":\"welcome\",\"sid\":" + JsonText.quote(welcome.sid()) + "}");
		}
		if (message instanceof Disconnect disconnect) {
			return Frame.of("{\"type\":\"disconnect\",\"reason\":\"" + disconnect.reason().code() + "\",\"reconnect\":"
					+ disconnect.reconnect() + "}");
		}
		if (message instanceof ConfirmSubscription confirm) {
			return identified("confirm_subscription", confirm.identifier());
		}
		if (message instanceof RejectSubscription reject) {
			return identified("reject_subscription", reject.identifier());
		}
		if (message instanceof ConfirmHistory confirm) {
			return identified("confirm_history", confirm.identifier());
		}
		if (message instanceof RejectHistory reject) {
			return identified("reject_history", reject.identifier());
		}
		PresenceError error = (PresenceError) message;
		return Frame.of("{\"type\":\"presence\",\"identifier\":" + JsonText.quote(error.identifier())
				+ ",\"message\":{\"type\":\"error\",\"total\":0}}");
	}

	private static Frame identified(String type, String identifier) {
		return Frame.of("{\"type\":\"" + type + "\",\"identifier\":" + JsonText.quote(identifier) + "}");
	}

}
