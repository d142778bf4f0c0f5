/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.net.http.HttpResponse;

import io.github.realtimespring.autoconfigure.PublicationSource;
import io.github.realtimespring.broadcast.PublishException;
import io.github.realtimespring.broadcast.PublishResult.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for AnyCable's status codes.
 */
class LenientBroadcastTests {

	private static TestServer server;

	@BeforeAll
	static void start() {
		server = TestServer.tomcat("realtime.secret=" + TestServer.SECRET, "realtime.broadcast.lenient=true",
				"realtime.broadcast.max-body-size=2KB");
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
	@ValueSource(strings = { "", "garbage", "[]", "42", "null", "{}", "{\"stream\":\"a\",\"data\":{}}",
			"{\"command\":\"unknown\"}", "{\"stream\":\"a\",\"data\":\"x\",\"meta\":{\"exclude_socket\":1}}",
			"[{\"data\":\"x\"},{\"stream\":\"a\"}]", "[null,{\"stream\":\"a\"}]" })
	void a14WhateverIsMalformedIs201AndCountedAsFailed(String body) {
		long failed = failed();
		HttpResponse<String> response = server.publish(body);
		assertThat(response.statusCode()).isEqualTo(201);
		assertThat(response.body()).isEmpty();
		assertThat(server.published().publications()).isEmpty();
		assertThat(failed()).isEqualTo(failed + 1);
	}

	@Test
	void a14EncodedBodyIs201AndNotPublished() {
		HttpResponse<String> response = server.post("/_broadcast", "\u001f\u008b gzip",
				TestServer.withKey("Content-Encoding", "gzip"));
		assertThat(response.statusCode()).isEqualTo(201);
		assertThat(server.published().publications()).isEmpty();
	}

	@Test
	void a14OtherMethodsAre422() {
		assertThat(server.send("GET", "/_broadcast", TestServer.withKey()).statusCode()).isEqualTo(422);
	}

	@Test
	void a14WrongKeyIs401() {
		assertThat(server.post("/_broadcast", "{\"stream\":\"a\"}").statusCode()).isEqualTo(401);
	}

	@Test
	void a14UnavailableBackendIs501() {
		server.published().fails(new PublishException("down"));
		assertThat(server.publish("{\"stream\":\"a\"}").statusCode()).isEqualTo(501);
		server.published().reset();
		server.published().yields(Outcome.UNKNOWN);
		assertThat(server.publish("{\"stream\":\"a\"}").statusCode()).isEqualTo(501);
	}

	@Test
	void a14LargeBodyIs413AsAnyCableHasNoBoundToCopy() {
		assertThat(server.publish("{\"stream\":\"" + "x".repeat(3000) + "\"}").statusCode()).isEqualTo(413);
	}

	@Test
	void a14NullCountsAsMissingAndTheLastMemberCounts() {
		server.publish("{\"stream\":\"a\",\"data\":null,\"meta\":null}");
		server.publish("{\"stream\":\"a\",\"stream\":\"b\",\"data\":\"x\"}");
		assertThat(server.published().messages()).containsExactly("a TEXT ", "b TEXT x");
	}

	@Test
	void a15BadEntriesOfABatchAreLeftOut() {
		long failed = failed();
		HttpResponse<String> response = server.publish("""
				[{"stream":"a","data":"1"},{"data":"x"},null,{"command":"disconnect"},{"stream":"b","data":"2"}]""");
		assertThat(response.statusCode()).isEqualTo(201);
		assertThat(server.published().messages()).containsExactly("a JSON 1", "b JSON 2");
		assertThat(failed()).isEqualTo(failed + 3);
	}

	private static long failed() {
		PublicationCounts counts = server.bean(PublicationCounts.class);
		return counts.count(PublicationSource.HTTP, PublicationFailure.INVALID)
				+ counts.count(PublicationSource.HTTP, PublicationFailure.MALFORMED);
	}

}
