/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.net.http.HttpResponse;

import io.github.realtimespring.autoconfigure.RealtimeAutoConfiguration;
import io.github.realtimespring.autoconfigure.lifecycle.RealtimeLifecycleAutoConfiguration;
import io.github.realtimespring.broadcast.BroadcastService;
import io.github.realtimespring.broadcast.Position;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the endpoint in front of the real broadcast service.
 */
class RealBroadcastServiceTests {

	private static TestServer server;

	@BeforeAll
	static void start() {
		server = TestServer.tomcat(RealApplication.class, "realtime.secret=" + TestServer.SECRET,
				"test.real-service=true", "realtime.outbound.max-bytes=1KB");
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Test
	void a14PublicationsGoIntoTheStreamInTheirOrder() {
		assertThat(server.publish("{\"stream\":\"room/1\",\"data\":\"x\"}").statusCode()).isEqualTo(201);
		assertThat(server.publish("[{\"stream\":\"room/1\"},{\"stream\":\"room/1\"}]").statusCode()).isEqualTo(201);
		assertThat(server.bean(BroadcastService.class).publish("room/1", "y").position()).isNotNull()
			.extracting(Position::offset)
			.isEqualTo(4L);
	}

	@Test
	void a15BatchWithAPayloadThatIsTooLargeIsNotPublishedAtAll() {
		HttpResponse<String> response = server
			.publish("[{\"stream\":\"room/2\"},{\"stream\":\"room/2\",\"data\":\"" + "x".repeat(2000) + "\"}]");
		assertThat(response.statusCode()).isEqualTo(422);
		assertThat(server.bean(BroadcastService.class).publish("room/2", "y").position()).isNotNull()
			.extracting(Position::offset)
			.isEqualTo(1L);
	}

	@Test
	void a23DisconnectOfNobodyIs201() {
		assertThat(server.publish("{\"command\":\"disconnect\",\"payload\":{\"identifier\":\"nobody\"}}").statusCode())
			.isEqualTo(201);
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ RealtimeAutoConfiguration.class, RealtimeLifecycleAutoConfiguration.class })
	static class RealApplication {

	}

}
