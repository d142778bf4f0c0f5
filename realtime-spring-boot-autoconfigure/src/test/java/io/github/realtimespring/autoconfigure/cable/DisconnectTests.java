/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.cable;

import org.junit.jupiter.api.Nested;

/**
 * {@link DisconnectContract} on every container.
 */
class DisconnectTests {

	@Nested
	class OnTomcat extends DisconnectContract {

		OnTomcat() {
			super(Container.TOMCAT);
		}

	}

	@Nested
	class OnJetty extends DisconnectContract {

		OnJetty() {
			super(Container.JETTY);
		}

	}

}
