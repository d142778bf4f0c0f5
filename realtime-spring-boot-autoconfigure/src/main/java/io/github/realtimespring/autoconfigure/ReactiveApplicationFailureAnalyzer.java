/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains a {@link ReactiveApplicationException}.
 */
class ReactiveApplicationFailureAnalyzer extends AbstractFailureAnalyzer<ReactiveApplicationException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ReactiveApplicationException cause) {
		return new FailureAnalysis(cause.getMessage() + ". Nobody could connect.",
				"Add 'org.springframework.boot:spring-boot-starter-webmvc' and set "
						+ "'spring.main.web-application-type=servlet' (WebClient and controllers with reactive return "
						+ "types go on working), or run the realtime server in an application of its own and publish "
						+ "to its broadcast endpoint. To start without it, set 'realtime.enabled=false'.",
				cause);
	}

}
