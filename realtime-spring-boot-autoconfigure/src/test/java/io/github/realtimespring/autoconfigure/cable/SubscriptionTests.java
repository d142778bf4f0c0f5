/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.cable;

import org.junit.jupiter.api.Nested;

/**
 * {@link SubscriptionContract} on every container.
 */
class SubscriptionTests {

	@Nested
	class OnTomcat extends SubscriptionContract {

		OnTomcat() {
			super(Container.TOMCAT);
		}

	}

	@Nested
	class OnJetty extends SubscriptionContract {

		OnJetty() {
			super(Container.JETTY);
		}

	}

}
