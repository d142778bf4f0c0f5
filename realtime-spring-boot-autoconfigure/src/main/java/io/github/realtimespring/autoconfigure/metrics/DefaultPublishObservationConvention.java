/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.metrics;

import io.github.realtimespring.autoconfigure.metrics.RealtimeObservationDocumentation.PublishKeys;
import io.micrometer.common.KeyValues;

/**
 * The {@link PublishObservationConvention} that is used unless there is another.
 */
public class DefaultPublishObservationConvention implements PublishObservationConvention {

	@Override
	public String getName() {
		return "realtime.publish";
	}

	@Override
	public String getContextualName(PublishObservationContext context) {
		return "realtime publish";
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(PublishObservationContext context) {
		return KeyValues.of(PublishKeys.SOURCE.withValue(context.source().tag()),
				PublishKeys.OUTCOME.withValue(context.outcome()));
	}

}
