/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

import java.time.Instant;

import io.github.realtimespring.connection.Frame;
import io.github.realtimespring.protocol.CableCodec;
import io.github.realtimespring.protocol.ServerMessage;
import org.jspecify.annotations.Nullable;

/**
 * Makes ping messages, those in seconds once a second for all connections.
 */
final class PingFrames {

	private static volatile @Nullable Cached cached;

	private PingFrames() {
	}

	static Frame at(Instant now, PingOptions.Precision precision) {
		return switch (precision) {
			case SECONDS -> seconds(now.getEpochSecond());
			case MILLIS -> frame(now.toEpochMilli());
			case NANOS -> frame(now.getEpochSecond() * 1_000_000_000L + now.getNano());
		};
	}

	private static Frame seconds(long second) {
		Cached last = cached;
		if (last == null || last.second() != second) {
			last = new Cached(second, frame(second));
			cached = last;
		}
		return last.frame();
	}

	private static Frame frame(long time) {
		return CableCodec.encode(new ServerMessage.Ping(time));
	}

	private record Cached(long second, Frame frame) {
	}

}
