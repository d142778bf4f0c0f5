/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

/**
 * Objects could not be published, as nothing makes JSON of them.
 */
class MissingPayloadEncoderException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	MissingPayloadEncoderException() {
		super("Objects cannot be published: there is nothing on the class path that makes JSON of them");
	}

}
