/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains a {@link MissingPayloadEncoderException}.
 */
class MissingPayloadEncoderFailureAnalyzer extends AbstractFailureAnalyzer<MissingPayloadEncoderException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MissingPayloadEncoderException cause) {
		return new FailureAnalysis(cause.getMessage() + ".",
				"Add 'org.springframework.boot:spring-boot-starter-jackson', or declare a bean of type PayloadEncoder.",
				cause);
	}

}
