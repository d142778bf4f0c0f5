/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains a {@link PublicInProductionException}.
 */
class PublicInProductionFailureAnalyzer extends AbstractFailureAnalyzer<PublicInProductionException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, PublicInProductionException cause) {
		return new FailureAnalysis(
				cause.getMessage() + ". Everybody could connect, subscribe to every stream and publish to it.",
				"Remove 'realtime.public' and set 'realtime.secret'. If everything shall be open to everybody in "
						+ "production, set 'realtime.force-public=true' as well; if the profile does not mean "
						+ "production, change 'realtime.production-profiles'.",
				cause);
	}

}
