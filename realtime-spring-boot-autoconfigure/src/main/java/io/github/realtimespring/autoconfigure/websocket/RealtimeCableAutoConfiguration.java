/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import io.github.realtimespring.RealtimeServer;
import io.github.realtimespring.autoconfigure.RealtimeAutoConfiguration;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.socket.WebSocketHandler;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the cable endpoints.
 */
@AutoConfiguration(after = { RealtimeAutoConfiguration.class, RealtimeHandshakeAutoConfiguration.class })
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass({ DispatcherServlet.class, WebSocketHandler.class })
@ConditionalOnBean({ RealtimeServer.class, HandshakeAuthentication.class })
@Import(CableConfiguration.class)
public final class RealtimeCableAutoConfiguration {

}
