/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.github.realtimespring.auth.HandshakeRequest;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * {@link HandshakeRequest} on a servlet request. Reads no parameters of the container's,
 * so a body stays untouched.
 */
class ServletHandshakeRequest implements HandshakeRequest {

	private final HttpServletRequest request;

	private final boolean originAllowed;

	private final @Nullable Map<String, List<String>> query;

	/**
	 * Adapt a request.
	 * @param request the request
	 * @param originAllowed whether it names an origin and the origin is allowed
	 */
	ServletHandshakeRequest(HttpServletRequest request, boolean originAllowed) {
		this.request = request;
		this.originAllowed = originAllowed;
		this.query = RawQuery.parse(request.getQueryString());
	}

	@Override
	public String path() {
		String info = this.request.getPathInfo();
		return (info != null) ? this.request.getServletPath() + info : this.request.getServletPath();
	}

	@Override
	public @Nullable String header(String name) {
		return this.request.getHeader(name);
	}

	@Override
	public List<String> headers(String name) {
		return Collections.list(this.request.getHeaders(name));
	}

	@Override
	public List<String> queryParameters(String name) {
		return (this.query != null) ? this.query.getOrDefault(name, List.of()) : List.of();
	}

	@Override
	public boolean queryReadable() {
		return this.query != null;
	}

	@Override
	public @Nullable String cookie(String name) {
		Cookie[] cookies = this.request.getCookies();
		if (cookies != null) {
			for (Cookie cookie : cookies) {
				if (cookie.getName().equals(name)) {
					return cookie.getValue();
				}
			}
		}
		return null;
	}

	@Override
	public String remoteAddress() {
		return this.request.getRemoteAddr();
	}

	@Override
	public boolean originAllowed() {
		return this.originAllowed;
	}

	@Override
	public List<String> offeredSubProtocols() {
		List<String> protocols = new ArrayList<>();
		for (String line : headers("Sec-WebSocket-Protocol")) {
			for (String protocol : line.split(",")) {
				if (!protocol.isBlank()) {
					protocols.add(protocol.strip());
				}
			}
		}
		return protocols;
	}

	/**
	 * Names neither headers nor the query: they may hold a token.
	 */
	@Override
	public String toString() {
		return "HandshakeRequest[" + path() + "]";
	}

}
