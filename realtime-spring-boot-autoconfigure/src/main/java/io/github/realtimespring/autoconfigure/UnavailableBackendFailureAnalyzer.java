/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains an {@link UnavailableBackendException}.
 */
class UnavailableBackendFailureAnalyzer extends AbstractFailureAnalyzer<UnavailableBackendException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnavailableBackendException cause) {
		return new FailureAnalysis(
				cause.getMessage() + ", which reaches the clients of one instance. Redis comes with a later version.",
				"Remove 'realtime.backend.type' and run one instance, or declare a Backend and a History bean of "
						+ "your own that reach the other instances.",
				cause);
	}

}
