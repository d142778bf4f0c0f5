/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * A handshake that is answered with an HTTP status.
 *
 * @param status the status
 * @param outcome how it is counted
 * @param explanation what the caller should know, never an echo of what it sent
 * @param retryAfter how long the client should wait, or {@code null}
 */
record HandshakeRefusal(HttpStatus status, HandshakeOutcome outcome, String explanation,
		@Nullable Duration retryAfter) {

	static HandshakeRefusal badRequest(String explanation) {
		return new HandshakeRefusal(HttpStatus.BAD_REQUEST, HandshakeOutcome.BAD_REQUEST, explanation, null);
	}

	static HandshakeRefusal unavailable(HandshakeOutcome outcome, String explanation, Duration retryAfter) {
		return new HandshakeRefusal(HttpStatus.SERVICE_UNAVAILABLE, outcome, explanation, retryAfter);
	}

	/**
	 * Answer. Not by {@code sendError}: that dispatches to the application's error page,
	 * which may be guarded.
	 * @param response the response
	 * @throws IOException if the answer cannot be written
	 */
	void write(HttpServletResponse response) throws IOException {
		response.setStatus(this.status.value());
		response.setHeader("Sec-WebSocket-Version", "13");
		if (this.retryAfter != null) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, this.retryAfter.toSeconds())));
		}
		if (this.status == HttpStatus.METHOD_NOT_ALLOWED) {
			response.setHeader(HttpHeaders.ALLOW, "GET");
		}
		if (this.status == HttpStatus.UNAUTHORIZED) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
		}
		byte[] body = (this.status.getReasonPhrase() + ": " + this.explanation + "\n").getBytes(StandardCharsets.UTF_8);
		response.setContentType(MediaType.TEXT_PLAIN_VALUE);
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

}
