/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for bodies that are meant to do harm.
 */
class HostileBodyTests {

	private static TestServer server;

	@BeforeAll
	static void start() {
		server = TestServer.tomcat("realtime.secret=" + TestServer.SECRET);
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@BeforeEach
	void reset() {
		server.published().reset();
	}

	@ParameterizedTest
	@ValueSource(strings = { "[", "{\"stream\":", "{\"meta\":", "{\"x\":", "{\"x\":[" })
	void a14DeepNestingIs400(String open) {
		assertThat(server.publish(open.repeat(100_000)).statusCode()).isEqualTo(400);
	}

	@Test
	void deepNestingInsideDataIsJustText() {
		String data = "[".repeat(1000) + "]".repeat(1000);
		assertThat(server.publish("{\"stream\":\"a\",\"data\":\"" + data + "\"}").statusCode()).isEqualTo(201);
		assertThat(server.published().messages()).containsExactly("a TEXT " + data);
	}

	@ParameterizedTest
	@ValueSource(strings = { "stream", "x", "data" })
	void a14HugeNumbersAreRefused(String member) {
		String number = "9".repeat(100_000);
		HttpResponse<String> response = server.publish("{\"stream\":\"a\",\"" + member + "\":" + number + "}");
		assertThat(response.statusCode()).isIn(400, 422);
		assertThat(server.published().publications()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"stream\":\"a\",\"stream\":\"b\"}", "{\"stream\":\"a\",\"data\":\"x\",\"data\":\"y\"}",
			"{\"stream\":\"a\",\"meta\":{\"transient\":true,\"transient\":false}}",
			"[{\"stream\":\"a\",\"stream\":\"b\"}]" })
	void a14MembersThatStandTwiceAre400(String body) {
		assertThat(server.publish(body).statusCode()).isEqualTo(400);
		assertThat(server.published().publications()).isEmpty();
	}

	/** Lone, overlong, surrogate, truncated, beyond Unicode. */
	@ParameterizedTest
	@ValueSource(strings = { "ff", "c0af", "eda080", "e282", "f4908080", "80" })
	void a14InvalidUtf8Is400(String hex) {
		byte[] start = "{\"stream\":\"a\",\"data\":\"".getBytes(StandardCharsets.UTF_8);
		byte[] bytes = HexFormat.of().parseHex(hex);
		byte[] body = new byte[start.length + bytes.length + 2];
		System.arraycopy(start, 0, body, 0, start.length);
		System.arraycopy(bytes, 0, body, start.length, bytes.length);
		body[body.length - 2] = '"';
		body[body.length - 1] = '}';
		HttpResponse<String> response = server.send(server.port(), "POST", "/_broadcast",
				BodyPublishers.ofByteArray(body), TestServer.withKey());
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(server.published().publications()).isEmpty();
	}

	@Test
	void a14OtherUnicodeEncodingsAre400() {
		HttpResponse<String> response = server.send(server.port(), "POST", "/_broadcast",
				BodyPublishers.ofString("{\"stream\":\"a\"}", StandardCharsets.UTF_16BE), TestServer.withKey());
		assertThat(response.statusCode()).isEqualTo(400);
	}

	@Test
	void a14BodyThatEndsEarlyIs400() {
		String response = server.raw("POST /_broadcast HTTP/1.1", "Host: x", "Authorization: Bearer " + TestServer.KEY,
				"Content-Length: 100", "", "{\"stream\":\"a\"}");
		assertThat(response).startsWith("HTTP/1.1 400 ");
		assertThat(server.published().publications()).isEmpty();
	}

	@Test
	void namesThatHarmJavaScriptAreJustNames() {
		server.publish("{\"stream\":\"__proto__\",\"data\":\"x\",\"constructor\":{\"prototype\":{}}}");
		assertThat(server.published().messages()).containsExactly("__proto__ TEXT x");
	}

	@Test
	void payloadIsNotEchoed() {
		for (String body : new String[] { "{\"stream\":\"a\",\"data\":{\"s3cret\":1}}", "s3cret", "[{\"s3cret\":1}]",
				"{\"command\":\"s3cret\"}" }) {
			assertThat(server.publish(body).body()).isNotEmpty().doesNotContain("s3cret");
		}
	}

}
