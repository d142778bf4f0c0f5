/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.docs;

import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code docs/getting-started.md}, step by step, against a running application.
 */
class QuickstartTests {

	private static final String SECRET = "0123456789abcdef0123456789abcdef";

	private final HttpClient http = HttpClient.newHttpClient();

	private WebSocket socket;

	@Test
	@DisplayName("A30: every step of the first page works: token, signed name, connection, message")
	void a30TheDocumentedStepsWork(@TempDir Path classes) throws Exception {
		assertThat(ToolProvider.getSystemJavaCompiler()
			.run(null, null, null, "-proc:none", "-parameters", "-cp", System.getProperty("java.class.path"), "-d",
					classes.toString(), Pages.ROOT.resolve("docs/snippets/GettingStarted.java").toString()))
			.isZero();
		try (URLClassLoader loader = new URLClassLoader(new URL[] { classes.toUri().toURL() },
				getClass().getClassLoader());
				ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class,
						loader.loadClass("GettingStarted"))
					.run("--server.port=0", "--realtime.secret=" + SECRET, "--realtime.shutdown.drain=0s")) {
			int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
			String page = get(port, "/token");
			@SuppressWarnings("unchecked")
			Map<String, String> answer = new JsonMapper().readValue(page, Map.class);
			BlockingQueue<String> messages = connect(port, answer.get("token"));
			assertThat(next(messages)).startsWith("{\"type\":\"welcome\"");
			this.socket
				.sendText("{\"command\":\"subscribe\",\"identifier\":\"{\\\"channel\\\":\\\"$pubsub\\\","
						+ "\\\"signed_stream_name\\\":\\\"" + answer.get("greetings") + "\\\"}\"}", true)
				.join();
			assertThat(next(messages)).startsWith("{\"type\":\"confirm_subscription\"");
			post(port, "/greet", "text=Hello");
			assertThat(next(messages)).endsWith(",\"message\":{\"text\":\"Hello\"}}");
			publishFromTheShell(port);
			assertThat(next(messages)).endsWith(",\"message\":{\"text\":\"From the shell\"}}");
		}
	}

	private BlockingQueue<String> connect(int port, String token) {
		BlockingQueue<String> messages = new LinkedBlockingQueue<>();
		this.socket = this.http.newWebSocketBuilder()
			.subprotocols("actioncable-v1-json", "anycable-token." + token)
			.buildAsync(URI.create("ws://127.0.0.1:" + port + "/cable"), new WebSocket.Listener() {

				@Override
				public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
					if (!data.toString().startsWith("{\"type\":\"ping\"")) {
						messages.add(data.toString());
					}
					webSocket.request(1);
					return null;
				}

			})
			.join();
		return messages;
	}

	private void publishFromTheShell(int port) throws Exception {
		ProcessBuilder builder = new ProcessBuilder("bash", Pages.ROOT.resolve("docs/snippets/publish.sh").toString(),
				"greetings", "From the shell");
		builder.environment().put("REALTIME_SECRET", SECRET);
		builder.environment().put("REALTIME_URL", "http://127.0.0.1:" + port);
		Process process = builder.redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
	}

	private String get(int port, String path) throws Exception {
		return this.http
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
					BodyHandlers.ofString())
			.body();
	}

	private void post(int port, String path, String form) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form))
			.build();
		assertThat(this.http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
	}

	private static String next(BlockingQueue<String> messages) throws InterruptedException {
		String message = messages.poll(20, TimeUnit.SECONDS);
		assertThat(message).isNotNull();
		return message;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
