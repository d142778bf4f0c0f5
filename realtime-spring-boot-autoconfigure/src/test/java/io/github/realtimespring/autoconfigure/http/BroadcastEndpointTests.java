/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import io.github.realtimespring.broadcast.Publication;
import io.github.realtimespring.broadcast.PublishException;
import io.github.realtimespring.broadcast.PublishResult.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the endpoint that takes publications, on Tomcat.
 */
class BroadcastEndpointTests {

	private static final String HI = "{\"stream\":\"room/42\",\"data\":\"{\\\"text\\\":\\\"Hi\\\"}\"}";

	private static TestServer server;

	@BeforeAll
	static void start() {
		server = TestServer.tomcat("realtime.secret=" + TestServer.SECRET, "realtime.broadcast.max-body-size=2KB");
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
	void a14PublicationIs201WithAnEmptyBody() {
		HttpResponse<String> response = server.publish(HI);
		assertThat(response.statusCode()).isEqualTo(201);
		assertThat(response.body()).isEmpty();
		assertThat(server.published().messages()).containsExactly("room/42 JSON {\"text\":\"Hi\"}");
	}

	@Test
	void a14TextIsPassedOnAsText() {
		server.publish("{\"stream\":\"a\",\"data\":\"plain\"}");
		server.publish("{\"stream\":\"a\",\"data\":\"null\"}");
		server.publish("{\"stream\":\"a\"}");
		assertThat(server.published().messages()).containsExactly("a TEXT plain", "a TEXT null", "a TEXT ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "application/x-www-form-urlencoded", "text/plain; charset=iso-8859-1",
			"multipart/form-data; boundary=x", "multipart/form-data", "nonsense",
			"application/json; charset=nonsense" })
	void a14BodyIsReadWhateverTheContentTypeSays(String contentType) {
		HttpResponse<String> response = server.post("/_broadcast", "{\"stream\":\"a\",\"data\":\"ж&=%2B\"}",
				TestServer.withKey("Content-Type", contentType));
		assertThat(response.statusCode()).isEqualTo(201);
		assertThat(server.published().messages()).containsExactly("a TEXT ж&=%2B");
	}

	@Test
	void a14BodyIsReadWithoutAContentType() {
		assertThat(server.publish(HI).statusCode()).isEqualTo(201);
		assertThat(server.published().messages()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "garbage", "{", "[", "{\"stream\":\"a\",\"data\":\"x\"} {}",
			"{\"stream\":\"a\",}", "{'stream':'a'}", "{\"stream\":NaN}", "[{\"stream\":\"a\"}" })
	void a14GarbageJsonIs400(String body) {
		assertProblem(server.publish(body), 400, "JSON");
	}

	@Test
	void a14MissingKeyIs401() {
		HttpResponse<String> response = server.post("/_broadcast", HI);
		assertProblem(response, 401, "'realtime.broadcast.key'");
		assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer", "Bearer ", "Bearer wrong", "Basic dTpw", "Bearer  " + "x",
			"Token 0123456789abcdef0123456789abcdef" })
	void a14WrongKeyIs401AndNotEchoed(String authorization) {
		HttpResponse<String> response = server.post("/_broadcast", HI, "Authorization", authorization);
		assertProblem(response, 401, "Authorization: Bearer <key>");
		assertThat(response.body()).doesNotContain("wrong", "dTpw", TestServer.KEY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "PUT", "DELETE", "PATCH", "OPTIONS" })
	void a14OtherMethodsAre405(String method) {
		HttpResponse<String> response = server.send(method, "/_broadcast", TestServer.withKey());
		assertProblem(response, 405, "POST");
		assertThat(response.headers().firstValue("Allow")).hasValue("POST");
	}

	@Test
	void a14HeadIs405() {
		assertThat(server.send("HEAD", "/_broadcast").statusCode()).isEqualTo(405);
	}

	@Test
	void a14LargeBodyIs413ByItsLengthBeforeItIsSent() {
		String response = server.raw("POST /_broadcast HTTP/1.1", "Host: x", "Authorization: Bearer " + TestServer.KEY,
				"Content-Length: 999999999999", "", "");
		assertThat(response).startsWith("HTTP/1.1 413 ").contains("realtime.broadcast.max-body-size");
	}

	@Test
	void a14LargeBodyIs413ByCounting() {
		byte[] body = ("{\"stream\":\"a\",\"data\":\"" + "x".repeat(3000) + "\"}").getBytes(StandardCharsets.UTF_8);
		HttpResponse<String> response = server.send(server.port(), "POST", "/_broadcast",
				BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)), TestServer.withKey());
		assertProblem(response, 413, "2048 bytes");
	}

	@Test
	void a14BodyOfExactlyTheMaximumIsTaken() {
		String start = "{\"stream\":\"a\",\"data\":\"";
		String body = start + "x".repeat(2048 - start.length() - 2) + "\"}";
		assertThat(server.publish(body).statusCode()).isEqualTo(201);
		assertThat(server.publish(body + " ").statusCode()).isEqualTo(413);
	}

	@ParameterizedTest
	@ValueSource(strings = { "gzip", "br", "deflate, identity" })
	void a14EncodedBodyIs415(String encoding) {
		HttpResponse<String> response = server.post("/_broadcast", HI,
				TestServer.withKey("Content-Encoding", encoding));
		assertProblem(response, 415, "Content-Encoding");
	}

	@Test
	void a14IdentityIsNoEncoding() {
		assertThat(server.post("/_broadcast", HI, TestServer.withKey("Content-Encoding", "identity")).statusCode())
			.isEqualTo(201);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{}                                                      | 'stream'
			{"data":"x"}                                            | 'stream'
			{"stream":"","data":"x"}                                | 'stream'
			{"stream":null}                                         | 'stream'
			{"stream":42,"data":"x"}                                | 'stream'
			{"Stream":"a","data":"x"}                               | 'stream'
			{"stream":"a","data":{"text":"Hi"}}                     | 'data'
			{"stream":"a","data":42}                                | 'data'
			{"stream":"a","data":null}                              | 'data'
			{"stream":"a","data":["x"]}                             | 'data'
			{"stream":"a","data":"x","meta":"y"}                    | 'meta'
			{"stream":"a","data":"x","meta":{"exclude_socket":1}}   | 'meta.exclude_socket'
			{"stream":"a","data":"x","meta":{"transient":"true"}}   | 'meta.transient'
			{"command":"subscribe","payload":{"identifier":"x"}}    | 'disconnect'
			42                                                      | object
			"text"                                                  | object
			null                                                    | object
			true                                                    | object
			""", quoteCharacter = '`')
	void a14WhatCannotBePublishedIs422(String body, String detail) {
		assertProblem(server.publish(body), 422, detail);
	}

	@Test
	void a14LongStreamNameIs422() {
		assertProblem(server.publish("{\"stream\":\"" + "x".repeat(1500) + "\"}"), 422, "'stream'");
	}

	@Test
	void a14UnavailableBackendIs503() {
		server.published().fails(new PublishException("down"));
		HttpResponse<String> response = server.publish(HI);
		assertProblem(response, 503, "nothing was published");
		assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
	}

	@Test
	void a14UnknownOutcomeIs503() {
		server.published().yields(Outcome.UNKNOWN);
		HttpResponse<String> response = server.publish(HI);
		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(response.body()).contains("may or may not");
		assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
	}

	@Test
	void a14PayloadThatTheServiceRefusesIs422() {
		server.published().fails(new IllegalArgumentException("too large: secret payload"));
		HttpResponse<String> response = server.publish(HI);
		assertProblem(response, 422, "too large");
		assertThat(response.body()).doesNotContain("secret payload");
	}

	@Test
	void a14DefectOfTheServerIs500WithoutItsMessage() {
		server.published().fails(new IllegalStateException("inner detail"));
		HttpResponse<String> response = server.publish(HI);
		assertProblem(response, 500, "log");
		assertThat(response.body()).doesNotContain("inner detail");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/_broadcast/", "/_broadcast/x", "/_broadcastx", "/x/_broadcast", "//_broadcast",
			"/_BROADCAST" })
	void a14PathIsExact(String path) {
		assertThat(server.post(path, HI, TestServer.withKey()).statusCode()).isEqualTo(404);
		assertThat(server.published().publications()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/_broadcast;a=b", "/%5Fbroadcast", "/./_broadcast", "/x/../_broadcast", "//_broadcast",
			"/_broadcast/;a=b", "/_broadcast%20", "/_broadcast;/" })
	void a17NoSpellingOfThePathGetsAroundTheKey(String path) {
		String response = server.raw("POST " + path + " HTTP/1.1", "Host: x", "Connection: close",
				"Content-Length: " + HI.length(), "", HI);
		assertThat(response).matches("(?s)HTTP/1.1 (401|404|400) .*");
		assertThat(server.published().publications()).isEmpty();
	}

	@Test
	void a16ExcludedSocketIsPassedOn() {
		server.publish("{\"stream\":\"a\",\"data\":\"x\",\"meta\":{\"exclude_socket\":\"sid-1\"}}");
		Publication publication = server.published().publications().get(0);
		assertThat(publication.excluded()).isEqualTo("sid-1");
		assertThat(publication.isTransient()).isFalse();
	}

	@Test
	void transientIsPassedOn() {
		server.publish("{\"stream\":\"a\",\"data\":\"x\",\"meta\":{\"transient\":true}}");
		assertThat(server.published().publications().get(0).isTransient()).isTrue();
	}

	@Test
	void publisherCannotSendMessagesOfTheProtocol() {
		server.publish("{\"stream\":\"a\",\"data\":\"x\",\"meta\":{\"broadcast_type\":\"disconnect\",\"other\":[{}]}}");
		assertThat(server.published().publications()).singleElement()
			.extracting(Publication::type)
			.isEqualTo(Publication.Type.MESSAGE);
	}

	private static void assertProblem(HttpResponse<String> response, int status, String detail) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(response.body()).contains("\"title\":", "\"status\":" + status, "\"detail\":", detail);
		assertThat(server.published().publications()).isEmpty();
	}

}
