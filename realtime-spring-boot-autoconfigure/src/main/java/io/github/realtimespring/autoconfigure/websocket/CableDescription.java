/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.util.ArrayList;
import java.util.List;

import io.github.realtimespring.auth.ConnectionAuthenticator;
import io.github.realtimespring.autoconfigure.AuthenticationDescription;
import io.github.realtimespring.autoconfigure.ServedEndpoint;
import io.github.realtimespring.autoconfigure.TransportDescription;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * Says what the cable endpoints do, for the start log and the Actuator endpoint.
 *
 * @param authenticator who decides about connections
 * @param authentication how, if it is one of ours
 * @param origins which pages may connect
 * @param transport what carries connections
 * @param open whether everybody may connect
 */
record CableDescription(ConnectionAuthenticator authenticator, @Nullable AuthenticationDescription authentication,
		String origins, TransportDescription transport, boolean open) {

	ServedEndpoint of(List<String> paths) {
		List<String> remarks = new ArrayList<>();
		remarks.add("authentication: " + ((this.authentication != null) ? this.authentication.text()
				: "custom, " + ClassUtils.getShortName(ClassUtils.getUserClass(this.authenticator))));
		remarks.add("origins: " + this.origins);
		remarks.add("transport " + this.transport.name() + ": " + this.transport.reason());
		return new ServedEndpoint("cable", "WebSocket", paths, null, this.open, remarks);
	}

}
