/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.sample;

import io.github.realtimespring.broadcast.BroadcastService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/**
 * Ends all connections of somebody who logs out, in every window and on every instance.
 */
@Component
class LogoutDisconnect implements LogoutHandler {

	private final BroadcastService broadcasts;

	private final ConnectionTokens tokens;

	LogoutDisconnect(BroadcastService broadcasts, ConnectionTokens tokens) {
		this.broadcasts = broadcasts;
		this.tokens = tokens;
	}

	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) {
		if (authentication != null) {
			this.broadcasts.disconnect(this.tokens.identifiers(authentication.getName()), false);
		}
	}

}
