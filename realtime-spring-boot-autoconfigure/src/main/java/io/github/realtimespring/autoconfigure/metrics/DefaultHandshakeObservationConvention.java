/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.metrics;

import io.github.realtimespring.autoconfigure.metrics.RealtimeObservationDocumentation.HandshakeKeys;
import io.micrometer.common.KeyValues;

/**
 * The {@link HandshakeObservationConvention} that is used unless there is another.
 */
public class DefaultHandshakeObservationConvention implements HandshakeObservationConvention {

	@Override
	public String getName() {
		return "realtime.handshake";
	}

	@Override
	public String getContextualName(HandshakeObservationContext context) {
		return "realtime handshake";
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(HandshakeObservationContext context) {
		return KeyValues.of(HandshakeKeys.OUTCOME.withValue(context.outcome().tag()));
	}

}
