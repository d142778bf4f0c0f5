/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import io.github.realtimespring.autoconfigure.RealtimeSecretsAutoConfiguration;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the authentication of
 * connections.
 */
@AutoConfiguration(after = RealtimeSecretsAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "realtime.enabled", matchIfMissing = true)
@EnableConfigurationProperties(JwtProperties.class)
@Import({ JwtConfiguration.class, NoJwtConfiguration.class })
public final class RealtimeJwtAutoConfiguration {

}
