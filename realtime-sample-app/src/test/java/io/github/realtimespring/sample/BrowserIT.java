/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.sample;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A real browser on the pages of the sample application.
 */
class BrowserIT {

	@ParameterizedTest
	@ValueSource(strings = { "chat.test.js", "anycable-web.test.js", "getting-started.test.js" })
	void pagesWorkInABrowser(String file) throws Exception {
		NodeTests.run(file);
	}

}
