/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.sample;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of Action Cable on the JDK's WebSocket.
 */
final class CableClient implements WebSocket.Listener, AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final JsonMapper JSON = new JsonMapper();

	private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();

	private final StringBuilder partial = new StringBuilder();

	private final WebSocket socket;

	private CableClient(URI url, @Nullable String token) {
		WebSocket.Builder builder = HTTP.newWebSocketBuilder().subprotocols("actioncable-v1-json");
		if (token != null) {
			builder.header("X-JID", token);
		}
		this.socket = builder.buildAsync(url, this).join();
	}

	static CableClient open(URI application, String path, @Nullable String token) {
		return new CableClient(URI.create("ws" + application.toString().substring("http".length())).resolve(path),
				token);
	}

	static CableClient connect(URI application, @Nullable String token) {
		CableClient client = open(application, "/cable", token);
		client.await("welcome");
		return client;
	}

	CableClient subscribe(String signedName) {
		return send("subscribe", identifier("signed_stream_name", signedName));
	}

	CableClient subscribePlain(String name) {
		return send("subscribe", identifier("stream_name", name));
	}

	/** The next message of a type; what comes before it is skipped. */
	JsonNode await(String type) {
		JsonNode message = next();
		while (!type.equals(message.path("type").asString(""))) {
			message = next();
		}
		return message;
	}

	/** The next thing that is published. */
	JsonNode received() {
		JsonNode message = next();
		while (message.has("type")) {
			message = next();
		}
		return message.get("message");
	}

	private JsonNode next() {
		try {
			JsonNode message = this.messages.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
			if (message == null) {
				throw new AssertionError("Nothing came until " + Instant.now());
			}
			return message;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private CableClient send(String command, String identifier) {
		this.socket.sendText(JSON.writeValueAsString(Map.of("command", command, "identifier", identifier)), true)
			.join();
		return this;
	}

	private static String identifier(String key, String name) {
		return JSON.writeValueAsString(Map.of("channel", "$pubsub", key, name));
	}

	@Override
	public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
		this.partial.append(data);
		if (last) {
			this.messages.add(JSON.readTree(this.partial.toString()));
			this.partial.setLength(0);
		}
		webSocket.request(1);
		return null;
	}

	@Override
	public void close() {
		this.socket.abort();
	}

}
