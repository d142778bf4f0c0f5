/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.lifecycle;

import java.time.Duration;

import io.github.realtimespring.autoconfigure.PropertyChecks;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the shutdown.
 *
 * @param drain Over how much time clients are told to connect elsewhere. Ends at once
 * when no connection is left.
 */
@ConfigurationProperties("realtime.shutdown")
record ShutdownProperties(@DefaultValue("10s") Duration drain) {

	ShutdownProperties {
		PropertyChecks.notNegative("realtime.shutdown.drain", drain);
	}

}
