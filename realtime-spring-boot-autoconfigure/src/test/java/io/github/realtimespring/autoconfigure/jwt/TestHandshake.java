/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.realtimespring.auth.HandshakeRequest;
import org.jspecify.annotations.Nullable;

/**
 * A handshake that is put together by a test.
 */
class TestHandshake implements HandshakeRequest {

	private final Map<String, List<String>> headers = new HashMap<>();

	private final Map<String, List<String>> query = new HashMap<>();

	private final Map<String, String> cookies = new HashMap<>();

	private final List<String> protocols = new ArrayList<>();

	private boolean readable = true;

	private boolean originAllowed;

	TestHandshake header(String name, String value) {
		this.headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), (key) -> new ArrayList<>()).add(value);
		return this;
	}

	TestHandshake query(String name, String value) {
		this.query.computeIfAbsent(name, (key) -> new ArrayList<>()).add(value);
		return this;
	}

	TestHandshake unreadableQuery() {
		this.readable = false;
		return this;
	}

	TestHandshake cookie(String name, String value) {
		this.cookies.put(name, value);
		return this;
	}

	TestHandshake protocol(String... protocols) {
		this.protocols.addAll(List.of(protocols));
		return this;
	}

	TestHandshake fromAllowedOrigin() {
		this.originAllowed = true;
		return this;
	}

	@Override
	public String path() {
		return "/cable";
	}

	@Override
	public @Nullable String header(String name) {
		List<String> values = headers(name);
		return values.isEmpty() ? null : values.get(0);
	}

	@Override
	public List<String> headers(String name) {
		return this.headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
	}

	@Override
	public List<String> queryParameters(String name) {
		return this.readable ? this.query.getOrDefault(name, List.of()) : List.of();
	}

	@Override
	public boolean queryReadable() {
		return this.readable;
	}

	@Override
	public @Nullable String cookie(String name) {
		return this.cookies.get(name);
	}

	@Override
	public String remoteAddress() {
		return "192.0.2.1";
	}

	@Override
	public boolean originAllowed() {
		return this.originAllowed;
	}

	@Override
	public List<String> offeredSubProtocols() {
		return this.protocols;
	}

}
