/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.realtimespring.channel.ChannelHandler;
import io.github.realtimespring.channel.ChannelRegistry;
import io.github.realtimespring.stream.SignedStreamService;
import io.github.realtimespring.stream.StreamAuthorizer;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configuration of what clients may subscribe to.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamsProperties.class)
class StreamsConfiguration {

	@Bean
	@ConditionalOnMissingBean
	SignedStreamService realtimeSignedStreamService(StreamsProperties properties, RealtimeSecrets secrets) {
		List<String> usable = secrets.forPurpose("realtime.streams.secret", properties.secret());
		return SignedStreamService.hmac(usable);
	}

	@Bean
	@ConditionalOnMissingBean
	StreamAuthorizer realtimeStreamAuthorizer() {
		return StreamAuthorizer.ALLOW;
	}

	@Bean
	@ConditionalOnMissingBean
	ChannelRegistry realtimeChannelRegistry(StreamsProperties properties, RealtimeMode mode,
			SignedStreamService signedStreams, StreamAuthorizer authorizer, Map<String, ChannelHandler> channels) {
		// the name of a bean is the name of its channel
		Map<String, ChannelHandler> handlers = new HashMap<>(channels);
		handlers.put(ChannelRegistry.PUBSUB, ChannelRegistry.pubSub(signedStreams, authorizer,
				properties.open() || mode.isOpen(), properties.whisper()));
		if (properties.turbo()) {
			handlers.put(ChannelRegistry.TURBO, ChannelRegistry.turbo(signedStreams, authorizer));
		}
		return new ChannelRegistry(handlers);
	}

}
