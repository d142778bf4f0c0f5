/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.actuate;

import java.util.List;

import io.github.realtimespring.RealtimeServer;
import io.github.realtimespring.autoconfigure.InboundProperties;
import io.github.realtimespring.autoconfigure.RealtimeAutoConfiguration;
import io.github.realtimespring.autoconfigure.ServedEndpoint;
import io.github.realtimespring.autoconfigure.ServedEndpoints;
import io.github.realtimespring.autoconfigure.TransportDescription;
import io.github.realtimespring.broadcast.Backend;
import io.github.realtimespring.history.InMemoryHistory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the Actuator endpoint.
 */
@AutoConfiguration(after = RealtimeAutoConfiguration.class)
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnBean({ RealtimeServer.class, Backend.class })
@ConditionalOnAvailableEndpoint(RealtimeEndpoint.class)
public final class RealtimeEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	RealtimeEndpoint realtimeEndpoint(RealtimeServer server, InboundProperties inbound, Backend backend,
			ObjectProvider<InMemoryHistory> history, ObjectProvider<TransportDescription> transport,
			ObjectProvider<ServedEndpoints> served) {
		List<ServedEndpoint> endpoints = served.orderedStream()
			.flatMap((contributed) -> contributed.endpoints().stream())
			.toList();
		return new RealtimeEndpoint(server, inbound.maxMessageSize().toBytes(), BackendName.of(backend),
				history.getIfAvailable(), transport.getIfAvailable(), endpoints);
	}

}
