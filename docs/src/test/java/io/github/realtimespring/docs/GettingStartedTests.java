/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.docs;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Does what the page says, step by step: an application without anything else gets the
 * files that the page shows.
 */
class GettingStartedTests {

	private static final Path SNIPPETS = Pages.ROOT.resolve("docs/snippets/getting-started");

	private static final JsonMapper JSON = new JsonMapper();

	private final HttpClient http = HttpClient.newHttpClient();

	private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();

	private URLClassLoader classes;

	private ConfigurableApplicationContext application;

	@BeforeEach
	void start(@TempDir Path target) throws Exception {
		assertThat(ToolProvider.getSystemJavaCompiler()
			.run(null, null, null, "-parameters", "-proc:none", "-d", target.toString(), "-cp",
					System.getProperty("java.class.path"), SNIPPETS.resolve("NewsController.java").toString()))
			.isZero();
		this.classes = new URLClassLoader(new URL[] { target.toUri().toURL() }, getClass().getClassLoader());
		Class<?> controller = this.classes.loadClass("com.example.news.NewsController");
		this.application = new SpringApplicationBuilder(EmptyApplication.class, controller)
			.resourceLoader(new DefaultResourceLoader(this.classes))
			.properties(Map.of("REALTIME_SECRET", "0123456789abcdef0123456789abcdef", "server.port", 0,
					"spring.config.location", SNIPPETS.resolve("application.yml").toUri().toString(),
					"spring.web.resources.static-locations",
					SNIPPETS.resolve("static").toUri() + ",classpath:/META-INF/resources/"))
			.run();
	}

	@AfterEach
	void stop() throws IOException {
		if (this.application != null) {
			this.application.close();
		}
		this.classes.close();
	}

	@Test
	@DisplayName("A30 the first message arrives as the page says")
	void a30FirstMessageArrives() throws Exception {
		assertThat(get("/").body()).contains("src=\"/realtime/realtime.js\"", "src=\"/news.js\"");
		assertThat(get("/news.js").body()).contains("realtime.connect('/cable', { tokenUrl: '/token' })");
		assertThat(get("/realtime/realtime.js").statusCode()).isEqualTo(200);
		WebSocket socket = connect(JSON.readTree(get("/token").body()).get("token").asString());
		assertThat(next().get("type").asString()).isEqualTo("welcome");
		String name = JSON.readTree(get("/news/stream").body()).get("name").asString();
		String identifier = JSON.writeValueAsString(Map.of("channel", "$pubsub", "signed_stream_name", name));
		socket.sendText(JSON.writeValueAsString(Map.of("command", "subscribe", "identifier", identifier)), true);
		assertThat(next().get("type").asString()).isEqualTo("confirm_subscription");
		publishAsThePageSays();
		assertThat(next().get("message").get("text").asString()).isEqualTo("It works");
		socket.abort();
	}

	private void publishAsThePageSays() throws IOException, InterruptedException {
		String command = Files.readString(SNIPPETS.resolve("publish.sh"))
			.replace("http://localhost:8080", url("http", "").toString());
		Process curl = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true).start();
		String output = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(curl.waitFor()).as(output).isZero();
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return this.http.send(HttpRequest.newBuilder(url("http", path)).build(), BodyHandlers.ofString());
	}

	private WebSocket connect(String token) {
		return this.http.newWebSocketBuilder()
			.subprotocols("actioncable-v1-json", "anycable-token." + token)
			.buildAsync(url("ws", "/cable"), new Listener())
			.join();
	}

	private URI url(String scheme, String path) {
		String port = this.application.getEnvironment().getProperty("local.server.port");
		return URI.create(scheme + "://localhost:" + port + path);
	}

	private JsonNode next() throws InterruptedException {
		JsonNode message = this.received.poll(30, TimeUnit.SECONDS);
		while (message != null && "ping".equals(message.path("type").asString(""))) {
			message = this.received.poll(30, TimeUnit.SECONDS);
		}
		assertThat(message).isNotNull();
		return message;
	}

	private final class Listener implements WebSocket.Listener {

		@Override
		public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
			GettingStartedTests.this.received.add(JSON.readTree(data.toString()));
			webSocket.request(1);
			return null;
		}

	}

	@EnableAutoConfiguration
	static class EmptyApplication {

	}

}
