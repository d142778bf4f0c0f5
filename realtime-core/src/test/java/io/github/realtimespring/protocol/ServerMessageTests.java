/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.protocol;

import java.util.List;
import java.util.Map;

import io.github.realtimespring.json.JsonValues;
import io.github.realtimespring.protocol.ServerMessage.ConfirmHistory;
import io.github.realtimespring.protocol.ServerMessage.ConfirmSubscription;
import io.github.realtimespring.protocol.ServerMessage.Disconnect;
import io.github.realtimespring.protocol.ServerMessage.Ping;
import io.github.realtimespring.protocol.ServerMessage.Pong;
import io.github.realtimespring.protocol.ServerMessage.PresenceError;
import io.github.realtimespring.protocol.ServerMessage.RejectHistory;
import io.github.realtimespring.protocol.ServerMessage.RejectSubscription;
import io.github.realtimespring.protocol.ServerMessage.Welcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what {@link CableCodec} writes. Keys stand in AnyCable's order.
 */
class ServerMessageTests {

	private static final String AWKWARD = "{\"channel\":\"$pubsub\",\"n\":\"\u0000\u0001\n\\/é日😀\ud800\u2028\"}";

	@Test
	@DisplayName("A6: welcome carries the id of the connection")
	void a6Welcome() {
		assertThat(text(new Welcome("YVQUVol2LVgiLGoYC-lWg")))
			.isEqualTo("{\"type\":\"welcome\",\"sid\":\"YVQUVol2LVgiLGoYC-lWg\"}");
	}

	@Test
	@DisplayName("A20: a ping carries the time, however precise")
	void a20Ping() {
		assertThat(text(new Ping(1694041735))).isEqualTo("{\"type\":\"ping\",\"message\":1694041735}");
		assertThat(text(new Ping(1694041735123456789L)))
			.isEqualTo("{\"type\":\"ping\",\"message\":1694041735123456789}");
		assertThat(text(new Pong())).isEqualTo("{\"type\":\"pong\"}");
	}

	@Test
	void answersNameTheirIdentifier() {
		assertThat(text(new ConfirmSubscription("a")))
			.isEqualTo("{\"type\":\"confirm_subscription\",\"identifier\":\"a\"}");
		assertThat(text(new RejectSubscription("a")))
			.isEqualTo("{\"type\":\"reject_subscription\",\"identifier\":\"a\"}");
		assertThat(text(new ConfirmHistory("a"))).isEqualTo("{\"type\":\"confirm_history\",\"identifier\":\"a\"}");
		assertThat(text(new RejectHistory("a"))).isEqualTo("{\"type\":\"reject_history\",\"identifier\":\"a\"}");
		assertThat(text(new PresenceError("a")))
			.isEqualTo("{\"type\":\"presence\",\"identifier\":\"a\",\"message\":{\"type\":\"error\",\"total\":0}}");
	}

	@Test
	@DisplayName("A10: an identifier comes back exactly, in JSON that every client can parse")
	void a10IdentifiersAreEchoedExactly() {
		List<ServerMessage> messages = List.of(new ConfirmSubscription(AWKWARD), new RejectSubscription(AWKWARD),
				new ConfirmHistory(AWKWARD), new RejectHistory(AWKWARD), new PresenceError(AWKWARD));
		for (ServerMessage message : messages) {
			Map<String, Object> parsed = JsonValues.readObject(text(message));
			assertThat(parsed).containsEntry("identifier", AWKWARD).containsKey("type");
		}
	}

	@ParameterizedTest
	@CsvSource({ "UNAUTHORIZED, unauthorized, false, 1000, Auth Failed",
			"TOKEN_EXPIRED, token_expired, false, 1000, Auth Failed",
			"SERVER_RESTART, server_restart, true, 1001, Server restart",
			"REMOTE, remote, false, 1000, Closed remotely", "NO_PONG, no_pong, true, 1000, No Pong",
			"TOO_SLOW, too_slow, true, 1000, ''", "IDLE_TIMEOUT, idle_timeout, false, 1000, Idle Timeout" })
	@DisplayName("A22: every reason has its name, its advice to reconnect and its close frame")
	void a22Reasons(DisconnectReason reason, String code, boolean reconnect, int closeCode, String closeText) {
		assertThat(reason.code()).isEqualTo(code);
		assertThat(reason.reconnect()).isEqualTo(reconnect);
		assertThat(reason.closeCode()).isEqualTo(closeCode);
		assertThat(reason.closeText()).isEqualTo(closeText);
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("A22: a disconnect always has its three keys")
	void a22DisconnectHasAllKeys(DisconnectReason reason) {
		assertThat(text(new Disconnect(reason, true)))
			.isEqualTo("{\"type\":\"disconnect\",\"reason\":\"" + reason.code() + "\",\"reconnect\":true}");
		assertThat(text(new Disconnect(reason, false)))
			.isEqualTo("{\"type\":\"disconnect\",\"reason\":\"" + reason.code() + "\",\"reconnect\":false}");
	}

	private static String text(ServerMessage message) {
		return CableCodec.encode(message).text();
	}

}
