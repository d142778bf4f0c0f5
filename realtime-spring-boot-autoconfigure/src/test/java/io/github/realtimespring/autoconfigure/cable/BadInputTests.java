/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.cable;

import org.junit.jupiter.api.Nested;

/**
 * {@link BadInputContract} on every container.
 */
class BadInputTests {

	@Nested
	class OnTomcat extends BadInputContract {

		OnTomcat() {
			super(Container.TOMCAT);
		}

	}

	@Nested
	class OnJetty extends BadInputContract {

		OnJetty() {
			super(Container.JETTY);
		}

	}

}
