/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import io.github.realtimespring.auth.DerivedKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the keys of publishers, and for what happens without one.
 */
@ExtendWith(OutputCaptureExtension.class)
class PublisherKeyTests {

	private static final String BODY = "{\"stream\":\"a\",\"data\":\"x\"}";

	private static final String PREVIOUS = "fedcba9876543210fedcba9876543210";

	@Test
	void a8BothKeysAreDerivedFromTheSecret(CapturedOutput output) {
		try (TestServer server = TestServer.tomcat("realtime.secret=" + TestServer.SECRET)) {
			assertThat(publish(server, "b45fcaa3a49457c98a1c5f4c8e047ff1cb84e9970608c0864e416a74fd0e9dbe"))
				.isEqualTo(201);
			assertThat(call(server, "5dcab73f03cdc34b162c7d03177cf5eea27cbbcba386644c73ecae8b0d1dce14")).isEqualTo(201);
			assertThat(publish(server, TestServer.SECRET)).isEqualTo(401);
			assertThat(publish(server, DerivedKeys.apiKey(TestServer.SECRET))).isEqualTo(401);
			assertThat(call(server, TestServer.KEY)).isEqualTo(401);
		}
		assertThat(output).doesNotContain(TestServer.SECRET, TestServer.KEY);
	}

	@Test
	void a8KeyOfItsOwnWinsOverTheDerivedOne() {
		try (TestServer server = TestServer.tomcat("realtime.secret=" + TestServer.SECRET,
				"realtime.broadcast.key=my-broadcast-key", "realtime.api.key=my-api-key")) {
			assertThat(publish(server, "my-broadcast-key")).isEqualTo(201);
			assertThat(publish(server, TestServer.KEY)).isEqualTo(401);
			assertThat(call(server, "my-api-key")).isEqualTo(201);
			assertThat(call(server, DerivedKeys.apiKey(TestServer.SECRET))).isEqualTo(401);
		}
	}

	@Test
	void a8BothSecretsOfARotationGiveKeys() {
		try (TestServer server = TestServer.tomcat("realtime.secret=" + TestServer.SECRET,
				"realtime.previous-secret=" + PREVIOUS)) {
			assertThat(publish(server, TestServer.KEY)).isEqualTo(201);
			assertThat(publish(server, DerivedKeys.broadcastKey(PREVIOUS))).isEqualTo(201);
			assertThat(call(server, DerivedKeys.apiKey(PREVIOUS))).isEqualTo(201);
			assertThat(publish(server, DerivedKeys.broadcastKey("another secret"))).isEqualTo(401);
		}
	}

	@Test
	void a17WithoutAKeyThereIsNoEndpointAndTheLogSaysWhy(CapturedOutput output) {
		try (TestServer server = TestServer.tomcat()) {
			assertThat(publish(server, "")).isEqualTo(404);
			assertThat(call(server, "")).isEqualTo(404);
		}
		assertThat(output).containsOnlyOnce("POST /_broadcast is not registered: there is no key for it. "
				+ "Set 'realtime.secret' or 'realtime.broadcast.key'.");
	}

	@Test
	void a17KeyNoneMeansThatThereIsNone(CapturedOutput output) {
		try (TestServer server = TestServer.tomcat("realtime.secret=" + TestServer.SECRET,
				"realtime.broadcast.key=none")) {
			assertThat(publish(server, "none")).isEqualTo(404);
			assertThat(call(server, DerivedKeys.apiKey(TestServer.SECRET))).isEqualTo(201);
		}
		assertThat(output).contains("POST /_broadcast is not registered");
	}

	@Test
	void a17SchemeIsCaseInsensitiveAndTheKeyIsNot() {
		try (TestServer server = TestServer.tomcat("realtime.broadcast.key=My-Key")) {
			assertThat(status(server, "/_broadcast", "bearer My-Key")).isEqualTo(201);
			assertThat(status(server, "/_broadcast", "Bearer my-key")).isEqualTo(401);
			assertThat(status(server, "/_broadcast", "Bearer My-Key2")).isEqualTo(401);
			assertThat(status(server, "/_broadcast", "BearerMy-Key")).isEqualTo(401);
		}
	}

	@Test
	void a19PublicModeOpensTheEndpointsWithAWarning(CapturedOutput output) {
		try (TestServer server = TestServer.tomcat("realtime.public=true")) {
			assertThat(server.post("/_broadcast", BODY).statusCode()).isEqualTo(201);
			assertThat(server.post("/api/publish", BODY).statusCode()).isEqualTo(201);
			assertThat(server.published().publications()).hasSize(2);
		}
		assertThat(output)
			.containsPattern("WARN .*'realtime.public' is on: everybody may use POST /_broadcast, POST /api/publish");
	}

	@Test
	void a19PublicModeOpensTheBroadcastEndpointDespiteASecretButNotTheApi() {
		try (TestServer server = TestServer.tomcat("realtime.public=true", "realtime.secret=" + TestServer.SECRET)) {
			assertThat(server.post("/_broadcast", BODY).statusCode()).isEqualTo(201);
			assertThat(publish(server, "whatever")).isEqualTo(201);
			assertThat(server.post("/api/publish", BODY).statusCode()).isEqualTo(401);
		}
	}

	@Test
	void a19PublicModeKeepsAKeyThatIsSetForTheEndpoint() {
		try (TestServer server = TestServer.tomcat("realtime.public=true", "realtime.broadcast.key=my-key")) {
			assertThat(server.post("/_broadcast", BODY).statusCode()).isEqualTo(401);
			assertThat(publish(server, "my-key")).isEqualTo(201);
		}
	}

	private static int publish(TestServer server, String key) {
		return status(server, "/_broadcast", "Bearer " + key);
	}

	private static int call(TestServer server, String key) {
		return status(server, "/api/publish", "Bearer " + key);
	}

	private static int status(TestServer server, String path, String authorization) {
		return server.post(path, BODY, "Authorization", authorization).statusCode();
	}

}
