/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.actuate;

import io.github.realtimespring.broadcast.Backend;
import io.github.realtimespring.history.LocalBackend;

import org.springframework.util.ClassUtils;

/**
 * What a backend is called.
 */
final class BackendName {

	private BackendName() {
	}

	static String of(Backend backend) {
		return (backend instanceof LocalBackend) ? "memory" : ClassUtils.getShortName(ClassUtils.getUserClass(backend));
	}

}
