/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.net.InetAddress;

import org.apache.catalina.connector.Connector;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Opens the publishers' own port, as one more connector of the server that serves the
 * application.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("realtime.broadcast.port")
class BroadcastPortConfiguration {

	private static final Log logger = LogFactory.getLog(BroadcastPortConfiguration.class);

	@Bean
	BroadcastPort realtimeBroadcastPort(BroadcastProperties properties) {
		Integer port = properties.port();
		if (port == null || port < 0 || port > 65535) {
			throw new InvalidConfigurationPropertyValueException("realtime.broadcast.port", port,
					"It must be a port, or 0 for a free one. Remove the property to use the server's port.");
		}
		return new BroadcastPort(port);
	}

	@Bean
	SmartInitializingSingleton realtimeBroadcastPortCheck(BroadcastPort port, PublisherEndpoints endpoints) {
		return () -> {
			if (!port.isOpened() && !endpoints.isEmpty()) {
				logger.warn("Nothing can be published over HTTP: 'realtime.broadcast.port' needs the application's own "
						+ "Tomcat or Jetty, and there is none.");
			}
		};
	}

	@Bean
	FilterRegistrationBean<BroadcastPortFilter> realtimeBroadcastPortFilter(BroadcastPort port,
			PublisherEndpoints endpoints) {
		FilterRegistrationBean<BroadcastPortFilter> registration = new FilterRegistrationBean<>(
				new BroadcastPortFilter(port, endpoints));
		registration.setOrder(BroadcastPortFilter.ORDER);
		return registration;
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(TomcatServletWebServerFactory.class)
	static class TomcatConfiguration {

		@Bean
		WebServerFactoryCustomizer<TomcatServletWebServerFactory> realtimeTomcatBroadcastPort(BroadcastPort port) {
			return (factory) -> {
				Connector connector = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
				connector.setPort(port.configured());
				InetAddress address = factory.getAddress();
				if (address != null) {
					connector.setProperty("address", address.getHostAddress());
				}
				factory.addAdditionalConnectors(connector);
				port.open(connector::getLocalPort);
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ JettyServletWebServerFactory.class, Server.class })
	static class JettyConfiguration {

		@Bean
		WebServerFactoryCustomizer<JettyServletWebServerFactory> realtimeJettyBroadcastPort(BroadcastPort port) {
			return (factory) -> factory.addServerCustomizers((server) -> {
				HttpConfiguration configuration = new HttpConfiguration();
				configuration.setSendServerVersion(false);
				ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
				connector.setPort(port.configured());
				InetAddress address = factory.getAddress();
				connector.setHost((address != null) ? address.getHostAddress() : null);
				server.addConnector(connector);
				port.open(connector::getLocalPort);
			});
		}

	}

}
