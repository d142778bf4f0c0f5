/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.net.http.HttpResponse;

import io.github.realtimespring.broadcast.PublishException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the command that ends connections.
 */
class RemoteDisconnectTests {

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
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			,"reconnect":true  | true
			,"reconnect":false | false
			,"reconnect":null  | false
			``                 | false
			""")
	void a23DisconnectIsPassedOnByteForByte(String reconnect, boolean expected) {
		HttpResponse<String> response = server.publish(
				"{\"command\":\"disconnect\",\"payload\":{\"identifier\":\"{\\\"user_id\\\": 42}\"" + reconnect + "}}");
		assertThat(response.statusCode()).isEqualTo(201);
		assertThat(response.body()).isEmpty();
		assertThat(server.published().disconnects()).containsExactly("{\"user_id\": 42} " + expected);
	}

	@Test
	void a23BodyWithAStreamIsAPublication() {
		server.publish(
				"{\"command\":\"disconnect\",\"stream\":\"a\",\"data\":\"x\"," + "\"payload\":{\"identifier\":\"x\"}}");
		assertThat(server.published().disconnects()).isEmpty();
		assertThat(server.published().messages()).containsExactly("a TEXT x");
	}

	@Test
	void a23BodyWithAnEmptyStreamIsACommand() {
		server.publish("{\"stream\":\"\",\"command\":\"disconnect\",\"payload\":{\"identifier\":\"x\"}}");
		assertThat(server.published().disconnects()).containsExactly("x false");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ",\"payload\":null", ",\"payload\":\"x\"", ",\"payload\":{}",
			",\"payload\":{\"identifier\":42}", ",\"payload\":{\"identifier\":{\"user_id\":42}}",
			",\"payload\":{\"identifier\":\"x\",\"reconnect\":\"yes\"}" })
	void a23IncompleteCommandIs422(String payload) {
		assertThat(server.publish("{\"command\":\"disconnect\"" + payload + "}").statusCode()).isEqualTo(422);
		assertThat(server.published().disconnects()).isEmpty();
	}

	@Test
	void a23CommandThatTheBackendDoesNotTakeIs503() {
		server.published().fails(new PublishException("down"));
		HttpResponse<String> response = server
			.publish("{\"command\":\"disconnect\",\"payload\":{\"identifier\":\"x\"}}");
		assertThat(response.statusCode()).isEqualTo(503);
	}

}
