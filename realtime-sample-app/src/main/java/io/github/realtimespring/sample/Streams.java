/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.sample;

import io.github.realtimespring.stream.SignedStreamService;

import org.springframework.stereotype.Component;

/**
 * The streams of this application: what they are called, and who may subscribe to them. A
 * page is handed signed names that expire and that only its own user can use.
 */
@Component
class Streams {

	static final String STATUS = "status";

	private final SignedStreamService signer;

	private final SampleProperties properties;

	Streams(SignedStreamService signer, SampleProperties properties) {
		this.signer = signer;
		this.properties = properties;
	}

	static String of(Room room) {
		return "rooms/" + room.slug();
	}

	static String notificationsOf(String user) {
		return "notifications/" + user;
	}

	String sign(String stream, String user) {
		return this.signer.sign(stream, this.properties.streamTtl(), user);
	}

}
