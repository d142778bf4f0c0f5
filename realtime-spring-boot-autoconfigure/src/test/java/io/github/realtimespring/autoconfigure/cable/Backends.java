/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.cable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

import io.github.realtimespring.broadcast.Backend;

/**
 * Backends that are not of ours.
 */
final class Backends {

	private Backends() {
	}

	static Backend wrap(Backend backend) {
		return (Backend) Proxy.newProxyInstance(Backend.class.getClassLoader(), new Class<?>[] { Backend.class },
				(proxy, method, arguments) -> {
					try {
						return method.invoke(backend, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getTargetException();
					}
				});
	}

}
