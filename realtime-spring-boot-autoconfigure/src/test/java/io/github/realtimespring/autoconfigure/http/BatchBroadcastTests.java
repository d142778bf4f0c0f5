/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.realtimespring.autoconfigure.PublicationSource;
import io.github.realtimespring.broadcast.PublishResult.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for batches of publications.
 */
class BatchBroadcastTests {

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

	@Test
	void a15BatchIsPublishedInItsOrder() {
		HttpResponse<String> response = server.publish("""
				[{"stream":"a","data":"1"},{"stream":"b","data":"x"},{"stream":"a","data":"2"}]""");
		assertThat(response.statusCode()).isEqualTo(201);
		assertThat(response.body()).isEmpty();
		assertThat(server.published().messages()).containsExactly("a JSON 1", "b TEXT x", "a JSON 2");
		assertThat(server.bean(PublicationCounts.class).accepted(PublicationSource.HTTP)).isGreaterThanOrEqualTo(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"data\":\"x\"}", "{\"stream\":\"b\",\"data\":{}}", "null", "42", "[]", "{}",
			"{\"command\":\"disconnect\",\"payload\":{\"identifier\":\"x\"}}",
			"{\"stream\":\"a\",\"data\":\"x\",\"meta\":[]}" })
	void a15OneBadEntryIs422AndNothingIsPublished(String bad) {
		HttpResponse<String> response = server.publish("[{\"stream\":\"a\",\"data\":\"1\"}," + bad + "]");
		assertThat(response.statusCode()).isEqualTo(422);
		assertThat(response.body()).contains("Entry 1 ", "Nothing of the batch was published");
		assertThat(server.published().publications()).isEmpty();
	}

	@Test
	void a15EmptyBatchIs422() {
		assertThat(server.publish("[]").statusCode()).isEqualTo(422);
	}

	@Test
	void a15BatchWithAnUnknownOutcomeIs503() {
		server.published().yields(Outcome.UNKNOWN);
		assertThat(server.publish("[{\"stream\":\"a\"},{\"stream\":\"b\"}]").statusCode()).isEqualTo(503);
	}

	@Test
	void a15BatchHasABound() {
		assertThat(server.publish(batch(1000)).statusCode()).isEqualTo(201);
		assertThat(server.published().publications()).hasSize(1000);
		server.published().reset();
		HttpResponse<String> response = server.publish(batch(1001));
		assertThat(response.statusCode()).isEqualTo(413);
		assertThat(response.body()).contains("realtime.broadcast.max-batch");
		assertThat(server.published().publications()).isEmpty();
	}

	private static String batch(int size) {
		return IntStream.range(0, size)
			.mapToObj((i) -> "{\"stream\":\"a\",\"data\":\"" + i + "\"}")
			.collect(Collectors.joining(",", "[", "]"));
	}

}
