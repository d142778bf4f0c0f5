/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.metrics;

import java.io.IOException;

import io.github.realtimespring.autoconfigure.websocket.HandshakeObserver;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Observes handshakes. Where the request is observed as well, the handshake is its child.
 */
class ObservingHandshakeObserver implements HandshakeObserver {

	private static final HandshakeObservationConvention DEFAULT = new DefaultHandshakeObservationConvention();

	private final ObservationRegistry registry;

	private final @Nullable HandshakeObservationConvention convention;

	ObservingHandshakeObserver(ObservationRegistry registry, @Nullable HandshakeObservationConvention convention) {
		this.registry = registry;
		this.convention = convention;
	}

	@Override
	public void observe(HttpServletRequest request, Decision decision) throws IOException {
		HandshakeObservationContext context = new HandshakeObservationContext();
		Observation observation = RealtimeObservationDocumentation.HANDSHAKE.observation(this.convention, DEFAULT,
				() -> context, this.registry);
		observation.observeChecked(() -> context.outcome(decision.decide()));
	}

}
