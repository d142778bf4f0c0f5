/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.cable;

import org.junit.jupiter.api.Nested;

/**
 * {@link HeartbeatContract} on every container.
 */
class HeartbeatTests {

	@Nested
	class OnTomcat extends HeartbeatContract {

		OnTomcat() {
			super(Container.TOMCAT);
		}

	}

	@Nested
	class OnJetty extends HeartbeatContract {

		OnJetty() {
			super(Container.JETTY);
		}

	}

}
