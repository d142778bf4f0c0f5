/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.util.stream.Collectors;

import io.github.realtimespring.autoconfigure.CableProperties;
import io.github.realtimespring.autoconfigure.RealtimeAutoConfiguration;
import io.github.realtimespring.autoconfigure.RealtimeMode;
import io.github.realtimespring.autoconfigure.RealtimePaths;
import io.github.realtimespring.autoconfigure.RealtimeSecrets;
import io.github.realtimespring.autoconfigure.ServedEndpoints;
import io.github.realtimespring.autoconfigure.websocket.AllowedOrigins;
import io.github.realtimespring.broadcast.BroadcastService;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletPath;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the endpoints that take
 * publications over HTTP.
 */
@AutoConfiguration(after = { RealtimeAutoConfiguration.class, WebMvcAutoConfiguration.class })
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass(DispatcherServletPath.class)
@ConditionalOnBean({ BroadcastService.class, RealtimeSecrets.class })
@EnableConfigurationProperties({ BroadcastProperties.class, ApiProperties.class })
@Import(BroadcastPortConfiguration.class)
public final class BroadcastHttpAutoConfiguration {

	@Bean
	PublisherEndpoints realtimePublisherEndpoints(BroadcastProperties broadcast, ApiProperties api,
			RealtimeSecrets secrets, RealtimeMode mode, ObjectProvider<DispatcherServletPath> servletPath) {
		DispatcherServletPath servlet = servletPath.getIfAvailable();
		return new PublisherEndpoints(broadcast, api, secrets, mode.isOpen(),
				(servlet != null) ? servlet.getPrefix() : "");
	}

	@Bean
	ServedEndpoints realtimePublisherServedEndpoints(PublisherEndpoints endpoints, ObjectProvider<BroadcastPort> port) {
		return new ServedEndpoints(endpoints.describe(port.getIfAvailable()));
	}

	@Bean
	PublisherConflicts realtimePublisherConflicts(PublisherEndpoints endpoints, ObjectProvider<CableProperties> cable,
			BroadcastProperties broadcast, Environment environment) {
		PublisherConflicts conflicts = new PublisherConflicts(endpoints.mappedPaths());
		cable.ifAvailable((properties) -> conflicts.checkPaths(properties.path()));
		conflicts.checkPort(broadcast.port(), environment);
		return conflicts;
	}

	@Bean
	RealtimePaths realtimePublisherPaths(PublisherEndpoints endpoints) {
		return new RealtimePaths(endpoints.paths());
	}

	@Bean
	@ConditionalOnMissingBean(PublicationCounter.class)
	PublicationCounts realtimePublicationCounts() {
		return new PublicationCounts();
	}

	@Bean
	PublisherAnswers realtimePublisherAnswers(BroadcastProperties properties, PublicationCounter counter) {
		return new PublisherAnswers(properties.lenient(), counter);
	}

	@Bean
	FilterRegistrationBean<PublisherKeyFilter> realtimePublisherKeyFilter(PublisherEndpoints endpoints,
			PublisherAnswers answers, ObjectProvider<AllowedOrigins> origins, Environment environment,
			ObjectProvider<BroadcastPort> port) {
		PublisherCors cors = new PublisherCors(PublisherOrigins.of(origins.getIfAvailable(), environment));
		FilterRegistrationBean<PublisherKeyFilter> registration = new FilterRegistrationBean<>(
				new PublisherKeyFilter(endpoints, cors, answers, port.getIfAvailable()));
		registration.setUrlPatterns(endpoints.paths());
		registration.setOrder(PublisherKeyFilter.ORDER);
		registration.setEnabled(!endpoints.isEmpty());
		return registration;
	}

	@Bean
	SimpleUrlHandlerMapping realtimePublisherHandlerMapping(PublisherEndpoints endpoints, PublisherAnswers answers,
			BroadcastProperties properties, BroadcastService broadcasts) {
		BroadcastController controller = new BroadcastController(properties, new InstructionExecutor(broadcasts),
				answers);
		SimpleUrlHandlerMapping mapping = new SimpleUrlHandlerMapping();
		mapping.setUrlMap(
				endpoints.mappedPaths().stream().collect(Collectors.toMap((path) -> path, (path) -> controller)));
		// Ahead of the application's endpoints, which may map every path
		mapping.setOrder(-2);
		return mapping;
	}

}
