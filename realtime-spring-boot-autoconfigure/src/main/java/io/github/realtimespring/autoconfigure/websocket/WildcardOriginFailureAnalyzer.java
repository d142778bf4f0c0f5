/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains a {@link WildcardOriginException}.
 */
class WildcardOriginFailureAnalyzer extends AbstractFailureAnalyzer<WildcardOriginException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, WildcardOriginException cause) {
		return new FailureAnalysis(cause.getMessage() + ".",
				"List the origins of your pages in '" + cause.source()
						+ "', for example 'https://app.example,https://*.app.example'. "
						+ "The application's own origin needs no entry.",
				cause);
	}

}
