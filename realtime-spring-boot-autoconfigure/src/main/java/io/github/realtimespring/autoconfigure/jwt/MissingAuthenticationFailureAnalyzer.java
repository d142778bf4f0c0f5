/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains a {@link MissingAuthenticationException}.
 */
class MissingAuthenticationFailureAnalyzer extends AbstractFailureAnalyzer<MissingAuthenticationException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MissingAuthenticationException cause) {
		return new FailureAnalysis(cause.getMessage() + ".", cause.action(), cause);
	}

}
