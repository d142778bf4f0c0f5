/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains an {@link InvalidSecretException}.
 */
class InvalidSecretFailureAnalyzer extends AbstractFailureAnalyzer<InvalidSecretException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidSecretException cause) {
		return new FailureAnalysis(
				"The value of '" + cause.property() + "' has " + cause.length() + " bytes; it needs at least "
						+ RealtimeSecrets.MIN_LENGTH + ".",
				"Set '" + cause.property() + "' to a random secret of at least " + RealtimeSecrets.MIN_LENGTH
						+ " bytes, for example the output of 'openssl rand -hex 32'. "
						+ "Programs that sign tokens or stream names need the same value.",
				cause);
	}

}
