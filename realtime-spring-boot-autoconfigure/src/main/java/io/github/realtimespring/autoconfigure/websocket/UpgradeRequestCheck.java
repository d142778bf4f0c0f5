/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.util.Collections;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * Whether a request is a WebSocket handshake at all, by RFC 6455, section 4.2.1. The
 * order of the checks is AnyCable's.
 */
final class UpgradeRequestCheck {

	/** 16 bytes in base64. */
	private static final int KEY_LENGTH = 24;

	private UpgradeRequestCheck() {
	}

	/**
	 * Check what comes before the origin.
	 * @param request the request
	 * @return the refusal, or {@code null} if the request passes
	 */
	static @Nullable HandshakeRefusal beforeOrigin(HttpServletRequest request) {
		if (isExtendedConnect(request)) {
			return null;
		}
		if (!hasToken(request, "Connection", "upgrade") || !hasToken(request, "Upgrade", "websocket")) {
			return HandshakeRefusal.badRequest("this is a WebSocket endpoint");
		}
		if (!"GET".equals(request.getMethod())) {
			return new HandshakeRefusal(HttpStatus.METHOD_NOT_ALLOWED, HandshakeOutcome.BAD_REQUEST,
					"a WebSocket handshake is a GET request", null);
		}
		if (!"13".equals(request.getHeader("Sec-WebSocket-Version"))) {
			return HandshakeRefusal.badRequest("only version 13 of the WebSocket protocol is spoken");
		}
		return null;
	}

	/**
	 * Check what comes after the origin.
	 * @param request the request
	 * @return the refusal, or {@code null} if the request passes
	 */
	static @Nullable HandshakeRefusal afterOrigin(HttpServletRequest request) {
		if (isExtendedConnect(request)) {
			return null;
		}
		String key = request.getHeader("Sec-WebSocket-Key");
		boolean valid = key != null && key.length() == KEY_LENGTH && key.endsWith("==");
		return valid ? null : HandshakeRefusal.badRequest("the key of the WebSocket handshake is missing or invalid");
	}

	/** WebSocket over HTTP/2, RFC 8441. */
	private static boolean isExtendedConnect(HttpServletRequest request) {
		return "CONNECT".equals(request.getMethod());
	}

	private static boolean hasToken(HttpServletRequest request, String header, String token) {
		for (String line : Collections.list(request.getHeaders(header))) {
			for (String value : line.split(",")) {
				if (value.strip().equalsIgnoreCase(token)) {
					return true;
				}
			}
		}
		return false;
	}

}
