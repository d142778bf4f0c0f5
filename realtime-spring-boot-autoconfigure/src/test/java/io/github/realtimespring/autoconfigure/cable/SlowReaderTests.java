/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.cable;

import org.junit.jupiter.api.Nested;

/**
 * {@link SlowReaderContract} on every container.
 */
class SlowReaderTests {

	@Nested
	class OnTomcat extends SlowReaderContract {

		OnTomcat() {
			super(Container.TOMCAT);
		}

	}

	@Nested
	class OnJetty extends SlowReaderContract {

		OnJetty() {
			super(Container.JETTY);
		}

	}

}
