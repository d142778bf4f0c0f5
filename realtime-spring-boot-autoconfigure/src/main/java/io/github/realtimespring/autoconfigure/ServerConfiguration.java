/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import io.github.realtimespring.RealtimeServer;
import io.github.realtimespring.ServerSettings;
import io.github.realtimespring.broadcast.Backend;
import io.github.realtimespring.broadcast.BroadcastService;
import io.github.realtimespring.broadcast.PayloadEncoder;
import io.github.realtimespring.channel.ChannelRegistry;
import io.github.realtimespring.history.History;
import io.github.realtimespring.hub.HubSettings;
import io.github.realtimespring.session.SessionRegistry;
import io.github.realtimespring.session.SessionSettings;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * Configuration of the server itself.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ RealtimeProperties.class, CableProperties.class, HeartbeatProperties.class,
		InboundProperties.class, OutboundProperties.class })
class ServerConfiguration {

	@Bean
	CallbackExecutor realtimeCallbackExecutor(
			@Qualifier(TaskExecutionAutoConfiguration.APPLICATION_TASK_EXECUTOR_BEAN_NAME) ObjectProvider<AsyncTaskExecutor> applicationExecutor) {
		return CallbackExecutor.create(applicationExecutor.getIfAvailable());
	}

	@Bean
	SessionSettings realtimeSessionSettings(RealtimeProperties properties, CableProperties cable,
			HeartbeatProperties heartbeat, InboundProperties inbound, OutboundProperties outbound,
			Environment environment) {
		CableAdvice.give(cable);
		// only one property of the JWT group concerns sessions: no need to depend on it
		boolean closeOnExpiry = Binder.get(environment)
			.bind("realtime.jwt.close-on-expiry", Boolean.class)
			.orElse(false);
		return new SessionSettingsFactory(cable, heartbeat, inbound, outbound).create(properties, closeOnExpiry);
	}

	@Bean
	@ConditionalOnMissingBean
	RealtimeServer realtimeServer(RealtimeProperties properties, SessionSettings sessions, OutboundProperties outbound,
			CallbackExecutor callbacks, Backend backend, History history, ChannelRegistry channels,
			ObjectProvider<PayloadEncoder> encoder, ApplicationEventPublisher events) {
		ServerSettings settings = new ServerSettings(sessions, HubSettings.defaults(), properties.maxConnections(),
				Math.toIntExact(outbound.maxBytes().toBytes()), callbacks,
				(stream) -> events.publishEvent(new RealtimeGapEvent(stream)));
		return new RealtimeServer(settings, backend, history, channels, encoder.getIfAvailable(() -> {
			throw new MissingPayloadEncoderException();
		}));
	}

	@Bean
	@ConditionalOnMissingBean
	BroadcastService broadcastService(RealtimeServer server, ObjectProvider<BroadcastServiceDecorator> decorators) {
		BroadcastService service = server.broadcasts();
		for (BroadcastServiceDecorator decorator : decorators.orderedStream().toList()) {
			service = decorator.decorate(service);
		}
		return service;
	}

	@Bean
	SessionRegistry realtimeSessionRegistry(RealtimeServer server) {
		return server.registry();
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(JsonMapper.class)
	@ConditionalOnMissingBean(PayloadEncoder.class)
	static class JacksonConfiguration {

		@Bean
		PayloadEncoder realtimePayloadEncoder(ObjectProvider<JsonMapper> mapper) {
			return mapper.getIfAvailable(JsonMapper::new)::writeValueAsBytes;
		}

	}

}
