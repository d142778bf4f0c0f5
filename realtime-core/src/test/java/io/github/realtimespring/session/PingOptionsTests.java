/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

import java.time.Duration;

import io.github.realtimespring.session.PingOptions.Precision;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PingOptions}.
 */
class PingOptionsTests {

	@ParameterizedTest
	@CsvSource({ ", 3", "10, 10", "1, 1", "120, 120", "121, 120", "9223372036854775807, 120", "0, 0", "-1, 0",
			"9223372036854775808, 3", "1.5, 3", "'', 3", "' 10', 3", "0x10, 3", "10s, 3" })
	@DisplayName("A20: a client's interval is kept between 1 and 120 seconds, zero is never, the rest is ignored")
	void a20Interval(String asked, int seconds) {
		assertThat(options(asked, null).interval()).isEqualTo(Duration.ofSeconds(seconds));
	}

	@ParameterizedTest
	@CsvSource({ ", MILLIS", "s, SECONDS", "ms, MILLIS", "ns, NANOS", "MS, SECONDS", "'', SECONDS", "us, SECONDS" })
	@DisplayName("A20: every precision that is not known means seconds")
	void a20Precision(String asked, Precision precision) {
		assertThat(options(null, asked).precision()).isEqualTo(precision);
	}

	private static PingOptions options(String interval, String precision) {
		return PingOptions.of(interval, precision, new PingOptions(Duration.ofSeconds(3), Precision.MILLIS));
	}

}
