/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import java.util.List;
import java.util.function.IntSupplier;

import org.jspecify.annotations.Nullable;

/**
 * An endpoint as the start log and the Actuator endpoint show it. Holds nothing secret.
 *
 * @param name what it is called
 * @param kind what clients do there, such as {@code POST}
 * @param paths its paths within the application
 * @param port its port, or {@code null} for the application's
 * @param open whether everybody may use it
 * @param remarks what an operator should know, such as who may use it
 */
public record ServedEndpoint(String name, String kind, List<String> paths, @Nullable IntSupplier port, boolean open,
		List<String> remarks) {

	/**
	 * Create the description.
	 */
	public ServedEndpoint {
		paths = List.copyOf(paths);
		remarks = List.copyOf(remarks);
	}

}
