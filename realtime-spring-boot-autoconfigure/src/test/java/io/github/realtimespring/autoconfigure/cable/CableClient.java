/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.cable;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.realtimespring.json.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * A client that shows every frame. Answers native pings by itself, as browsers do.
 */
final class CableClient implements WebSocket.Listener, AutoCloseable {

	static final String BASE = "actioncable-v1-json";

	static final String EXT = "actioncable-v1-ext-json";

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final long PATIENCE = 20;

	private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

	private final BlockingQueue<String> pings = new LinkedBlockingQueue<>();

	private final CompletableFuture<Close> closed = new CompletableFuture<>();

	private final StringBuilder parts = new StringBuilder();

	private @Nullable WebSocket socket;

	/** How the server closed. */
	record Close(int code, String reason) {
	}

	/** Connect as user 42, the token in the header, and take the welcome. */
	static CableClient welcomed(CableServer server) {
		return welcomed(server, Tokens.USER_42);
	}

	static CableClient welcomed(CableServer server, String token) {
		CableClient client = connect(server.url("/cable"), List.of(BASE), "X-JID", token);
		client.sid();
		return client;
	}

	static CableClient connect(String url, List<String> subProtocols, String... headers) {
		CableClient client = new CableClient();
		WebSocket.Builder builder = HTTP.newWebSocketBuilder();
		for (int i = 0; i < headers.length; i += 2) {
			builder.header(headers[i], headers[i + 1]);
		}
		if (!subProtocols.isEmpty()) {
			builder.subprotocols(subProtocols.get(0),
					subProtocols.subList(1, subProtocols.size()).toArray(String[]::new));
		}
		try {
			client.socket = builder.buildAsync(URI.create(url), client).get(PATIENCE, TimeUnit.SECONDS);
			return client;
		}
		catch (ExecutionException ex) {
			throw new CompletionException(ex.getCause());
		}
		catch (InterruptedException | TimeoutException ex) {
			throw new IllegalStateException("No answer to the handshake", ex);
		}
	}

	@Override
	public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
		this.parts.append(data);
		if (last) {
			String message = this.parts.toString();
			this.parts.setLength(0);
			(message.startsWith("{\"type\":\"ping\"") ? this.pings : this.messages).add(message);
		}
		webSocket.request(1);
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
		this.closed.complete(new Close(statusCode, reason));
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public void onError(WebSocket webSocket, Throwable error) {
		this.closed.complete(new Close(1006, ""));
	}

	/** Read the welcome and take the connection's id from it. */
	String sid() {
		String welcome = next();
		String head = "{\"type\":\"welcome\",\"sid\":\"";
		if (!welcome.startsWith(head)) {
			throw new AssertionError("Not a welcome: " + welcome);
		}
		return welcome.substring(head.length(), welcome.length() - 2);
	}

	/** The next message that is not a ping. */
	String next() {
		return poll(this.messages);
	}

	String nextPing() {
		return poll(this.pings);
	}

	int unread() {
		return this.messages.size();
	}

	/** Proves that nothing came before the answer to this. */
	void expectNothing() {
		send("{\"command\":\"ping\"}");
		String next = next();
		if (!next.equals("{\"type\":\"pong\"}")) {
			throw new AssertionError("Expected nothing but got " + next);
		}
	}

	void send(String text) {
		socket().sendText(text, true).orTimeout(PATIENCE, TimeUnit.SECONDS).join();
	}

	void sendPart(String text, boolean last) {
		socket().sendText(text, last).orTimeout(PATIENCE, TimeUnit.SECONDS).join();
	}

	void command(String command, String identifier) {
		send("{\"command\":\"" + command + "\",\"identifier\":" + JsonText.quote(identifier) + "}");
	}

	/** Subscribe and take the confirmation. */
	void subscribe(String identifier) {
		command("subscribe", identifier);
		String confirmation = "{\"type\":\"confirm_subscription\",\"identifier\":" + JsonText.quote(identifier) + "}";
		String next = next();
		if (!next.equals(confirmation)) {
			throw new AssertionError("Not confirmed: " + next);
		}
	}

	String subProtocol() {
		return socket().getSubprotocol();
	}

	Close closed() {
		try {
			return this.closed.get(PATIENCE, TimeUnit.SECONDS);
		}
		catch (Exception ex) {
			throw new AssertionError("Not closed", ex);
		}
	}

	@Override
	public void close() {
		socket().abort();
	}

	private WebSocket socket() {
		return Objects.requireNonNull(this.socket);
	}

	private static String poll(BlockingQueue<String> queue) {
		try {
			String message = queue.poll(PATIENCE, TimeUnit.SECONDS);
			if (message == null) {
				throw new AssertionError("No message came");
			}
			return message;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The identifier of a signed stream. */
	static String signed(String signedName) {
		return "{\"channel\":\"$pubsub\",\"signed_stream_name\":\"" + signedName + "\"}";
	}

	/** The identifier of a public stream. */
	static String named(String name) {
		return "{\"channel\":\"$pubsub\",\"stream_name\":" + JsonText.quote(name) + "}";
	}

	/** The message that a subscriber gets. */
	static String message(String identifier, String json) {
		return "{\"identifier\":" + JsonText.quote(identifier) + ",\"message\":" + json + "}";
	}

}
