/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.cable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.realtimespring.RealtimeServer;
import io.github.realtimespring.auth.DerivedKeys;
import io.github.realtimespring.broadcast.BroadcastService;
import io.github.realtimespring.stream.SignedStreamService;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An application with the realtime server on a real container and a random port.
 */
final class CableServer implements AutoCloseable {

	static final String SECRET = "0123456789abcdef0123456789abcdef";

	static final String BROADCAST_KEY = DerivedKeys.broadcastKey(SECRET);

	private final ConfigurableApplicationContext context;

	private final int port;

	private CableServer(ConfigurableApplicationContext context) {
		this.context = context;
		this.port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
	}

	/** A server with the secret of the vectors. */
	static CableServer start(Container container, String... properties) {
		List<String> all = new ArrayList<>(List.of("realtime.secret=" + SECRET));
		all.addAll(List.of(properties));
		return start(container, List.of(), all);
	}

	static CableServer start(Container container, Class<?> configuration, String... properties) {
		List<String> all = new ArrayList<>(List.of("realtime.secret=" + SECRET));
		all.addAll(List.of(properties));
		return start(container, List.of(configuration), all);
	}

	private static CableServer start(Container container, List<Class<?>> configurations, List<String> properties) {
		Map<String, String> values = new LinkedHashMap<>(Map.of("server.port", "0", "server.address", "127.0.0.1",
				"spring.main.banner-mode", "off", "realtime.shutdown.drain", "0s"));
		for (String property : properties) {
			int equals = property.indexOf('=');
			values.put(property.substring(0, equals), property.substring(equals + 1));
		}
		List<String> arguments = values.entrySet()
			.stream()
			.map((entry) -> "--" + entry.getKey() + "=" + entry.getValue())
			.toList();
		List<Class<?>> sources = new ArrayList<>(configurations);
		sources.add(container.application());
		return new CableServer(
				new SpringApplicationBuilder(sources.toArray(Class<?>[]::new)).web(WebApplicationType.SERVLET)
					.run(arguments.toArray(String[]::new)));
	}

	/** A server without any secret, where everybody may do everything. */
	static CableServer startPublic(Container container, String... properties) {
		List<String> all = new ArrayList<>(List.of("realtime.public=true"));
		all.addAll(List.of(properties));
		return start(container, List.of(), all);
	}

	int port() {
		return this.port;
	}

	String url(String path) {
		return "ws://127.0.0.1:" + this.port + path;
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	BroadcastService broadcasts() {
		return bean(BroadcastService.class);
	}

	RealtimeServer engine() {
		return bean(RealtimeServer.class);
	}

	String sign(String stream) {
		return bean(SignedStreamService.class).sign(stream);
	}

	ConfigurableApplicationContext context() {
		return this.context;
	}

	@Override
	public void close() {
		this.context.close();
	}

}
