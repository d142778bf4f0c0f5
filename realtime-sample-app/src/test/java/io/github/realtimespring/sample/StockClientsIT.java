/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.sample;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The stock clients of Action Cable and AnyCable, in Node, against the sample
 * application.
 */
class StockClientsIT {

	@ParameterizedTest
	@ValueSource(strings = { "anycable-core.test.js", "rails-actioncable.test.js", "restart.test.js" })
	void clientsWorkWithTheSample(String file) throws Exception {
		NodeTests.run(file);
	}

}
