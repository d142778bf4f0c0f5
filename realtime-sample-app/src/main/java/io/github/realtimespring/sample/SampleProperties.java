/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.sample;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set in this application, beside the realtime server's properties.
 *
 * @param tokenTtl how long a token opens connections
 * @param streamTtl how long a page may subscribe to the streams it was given
 */
@ConfigurationProperties("sample")
record SampleProperties(@DefaultValue("5m") Duration tokenTtl, @DefaultValue("12h") Duration streamTtl) {
}
