/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

/**
 * A request is refused. The message is the detail that the publisher reads: what to do,
 * and nothing of what was sent.
 */
class Refusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final PublicationFailure reason;

	Refusal(PublicationFailure reason, String detail) {
		super(detail, null, false, false);
		this.reason = reason;
	}

	PublicationFailure reason() {
		return this.reason;
	}

	String detail() {
		return String.valueOf(getMessage());
	}

	static Refusal invalid(String detail) {
		return new Refusal(PublicationFailure.INVALID, detail);
	}

}
