/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import io.github.realtimespring.connection.OutboxSettings;
import io.github.realtimespring.session.SessionSettings;

/**
 * Maps properties to the settings of sessions.
 *
 * @param cable the cable endpoints
 * @param heartbeat native pings
 * @param inbound bounds of what comes in
 * @param outbound bounds of what goes out
 */
record SessionSettingsFactory(CableProperties cable, HeartbeatProperties heartbeat, InboundProperties inbound,
		OutboundProperties outbound) {

	SessionSettings create(RealtimeProperties properties, boolean closeOnExpiry) {
		return new SessionSettings(this.cable.pingInterval(), this.cable.pongTimeout(), this.heartbeat.interval(),
				this.heartbeat.timeout(), this.inbound.maxSubscriptions(),
				Math.toIntExact(this.inbound.maxIdentifierLength().toBytes()), this.inbound.maxQueue(),
				this.inbound.rateLimit().messages(), this.inbound.rateLimit().window(), closeOnExpiry,
				new OutboxSettings(Math.toIntExact(this.outbound.maxBytes().toBytes()), this.outbound.writeTimeout(),
						properties.closeTimeout()));
	}

}
