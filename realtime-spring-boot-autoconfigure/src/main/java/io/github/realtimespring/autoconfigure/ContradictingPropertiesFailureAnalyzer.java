/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains a {@link ContradictingPropertiesException}.
 */
class ContradictingPropertiesFailureAnalyzer extends AbstractFailureAnalyzer<ContradictingPropertiesException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ContradictingPropertiesException cause) {
		return new FailureAnalysis(cause.getMessage() + ".", cause.action(), cause);
	}

}
