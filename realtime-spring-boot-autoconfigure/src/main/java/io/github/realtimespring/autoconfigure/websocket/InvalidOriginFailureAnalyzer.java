/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains an {@link InvalidOriginException}.
 */
class InvalidOriginFailureAnalyzer extends AbstractFailureAnalyzer<InvalidOriginException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidOriginException cause) {
		return new FailureAnalysis(cause.getMessage() + ".",
				"Correct the entry of '" + cause.source() + "'. Entries look like 'https://app.example', "
						+ "'https://*.app.example' for all sub-domains, or 'http://app.example:*' for all ports.",
				cause);
	}

}
