/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the publishers' own port, on Tomcat and Jetty.
 */
@ParameterizedClass
@EnumSource
@TestInstance(Lifecycle.PER_CLASS)
class BroadcastPortTests {

	private static final String BODY = "{\"stream\":\"a\",\"data\":\"x\"}";

	@Parameter
	Container container;

	@Test
	void a18OnlyItsOwnPortTakesPublications() {
		try (TestServer server = this.container.start.apply(properties("0"))) {
			int port = server.bean(BroadcastPort.class).getPort();
			assertThat(port).isPositive().isNotEqualTo(server.port());
			assertThat(post(server, port, "/_broadcast").statusCode()).isEqualTo(201);
			assertThat(post(server, port, "/api/publish").statusCode()).isEqualTo(401);
			assertThat(post(server, server.port(), "/_broadcast").statusCode()).isEqualTo(404);
			assertThat(post(server, server.port(), "/api/publish").statusCode()).isEqualTo(404);
			assertThat(server.published().publications()).hasSize(1);
		}
	}

	@Test
	void a18ItsOwnPortHasNothingElse() {
		try (TestServer server = this.container.start.apply(properties("0"))) {
			int port = server.bean(BroadcastPort.class).getPort();
			assertThat(server.get("/page").statusCode()).isEqualTo(200);
			for (String path : new String[] { "/page", "/", "/error", "/_broadcast/", "/_broadcast/../page",
					"/unknown" }) {
				HttpResponse<String> response = server.send(port, "GET", path, BodyPublishers.noBody());
				assertThat(response.statusCode()).as(path).isEqualTo(404);
				assertThat(response.body()).contains("This port is for publishers only");
			}
		}
	}

	@Test
	void a18HeadersOfAProxyDoNotChangeThePort() {
		try (TestServer server = this.container.start
			.apply(properties("0", "server.forward-headers-strategy=native"))) {
			int port = server.bean(BroadcastPort.class).getPort();
			HttpResponse<String> response = server.send(server.port(), "POST", "/_broadcast",
					BodyPublishers.ofString(BODY), TestServer.withKey("X-Forwarded-Port", String.valueOf(port),
							"X-Forwarded-Host", "127.0.0.1:" + port, "X-Forwarded-Proto", "http"));
			assertThat(response.statusCode()).isEqualTo(404);
		}
	}

	@Test
	void a18WithoutItThePortIsTheServers() {
		try (TestServer server = this.container.start.apply(new String[] { "realtime.secret=" + TestServer.SECRET })) {
			assertThat(post(server, server.port(), "/_broadcast").statusCode()).isEqualTo(201);
			assertThat(server.get("/page").statusCode()).isEqualTo(200);
		}
	}

	private static HttpResponse<String> post(TestServer server, int port, String path) {
		return server.send(port, "POST", path, BodyPublishers.ofString(BODY), TestServer.withKey());
	}

	private static String[] properties(String port, String... more) {
		String[] properties = new String[more.length + 2];
		properties[0] = "realtime.secret=" + TestServer.SECRET;
		properties[1] = "realtime.broadcast.port=" + port;
		System.arraycopy(more, 0, properties, 2, more.length);
		return properties;
	}

	enum Container {

		TOMCAT((properties) -> TestServer.tomcat(Pages.class, properties)),

		JETTY((properties) -> TestServer.jetty(Pages.class, properties));

		private final Function<String[], TestServer> start;

		Container(Function<String[], TestServer> start) {
			this.start = start;
		}

	}

	@RestController
	@Configuration(proxyBeanMethods = false)
	static class Pages {

		@GetMapping({ "/page", "/" })
		String page() {
			return "page";
		}

	}

}
