/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.cable;

import org.junit.jupiter.api.Nested;

/**
 * {@link HandshakeContract} on every container.
 */
class HandshakeTests {

	@Nested
	class OnTomcat extends HandshakeContract {

		OnTomcat() {
			super(Container.TOMCAT);
		}

	}

	@Nested
	class OnJetty extends HandshakeContract {

		OnJetty() {
			super(Container.JETTY);
		}

	}

}
