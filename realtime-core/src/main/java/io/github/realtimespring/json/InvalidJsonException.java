/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.json;

/**
 * A text from outside is not JSON, or nests or grows beyond the bounds. Carries no part
 * of the text and no stack trace: it is expected, frequent and must stay cheap.
 */
public class InvalidJsonException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	InvalidJsonException() {
		super("not a JSON document within the bounds", null, false, false);
	}

}
