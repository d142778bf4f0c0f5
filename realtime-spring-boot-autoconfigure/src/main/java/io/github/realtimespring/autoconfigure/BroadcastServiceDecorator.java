/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import io.github.realtimespring.broadcast.BroadcastService;

/**
 * Wraps the {@link BroadcastService} that is injected everywhere, for example to measure
 * it. Beans of this type are applied in their order: the last one is outermost. An
 * application that declares a {@code BroadcastService} of its own decorates it itself.
 */
@FunctionalInterface
public interface BroadcastServiceDecorator {

	/**
	 * Wrap the service.
	 * @param service the service
	 * @return the service to use in its place
	 */
	BroadcastService decorate(BroadcastService service);

}
