/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.util.function.IntSupplier;

import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The port of their own that the endpoints for publishers listen on. There is a bean of
 * this type only if {@code realtime.broadcast.port} is set.
 */
public final class BroadcastPort {

	private final int configured;

	private volatile @Nullable IntSupplier actual;

	BroadcastPort(int configured) {
		this.configured = configured;
	}

	/**
	 * The port that is listened on.
	 * @return the port, or a number below 1 while there is none
	 */
	public int getPort() {
		IntSupplier actual = this.actual;
		return (actual != null) ? actual.getAsInt() : -1;
	}

	boolean isOpened() {
		return this.actual != null;
	}

	int configured() {
		return this.configured;
	}

	void open(IntSupplier actual) {
		this.actual = actual;
	}

	/**
	 * By the socket's own port: headers of proxies have no say.
	 */
	boolean took(ServletRequest request) {
		return request.getLocalPort() == getPort();
	}

}
