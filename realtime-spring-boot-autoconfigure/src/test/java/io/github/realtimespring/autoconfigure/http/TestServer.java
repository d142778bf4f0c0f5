/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.github.realtimespring.auth.DerivedKeys;
import io.github.realtimespring.autoconfigure.RealtimeSecretsAutoConfiguration;
import io.github.realtimespring.autoconfigure.lifecycle.RealtimeStartLogAutoConfiguration;
import io.github.realtimespring.autoconfigure.security.RealtimeSecurityAutoConfiguration;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * An application on a real server and a random port, and a client for it.
 */
public final class TestServer implements AutoCloseable {

	public static final String SECRET = "0123456789abcdef0123456789abcdef";

	public static final String KEY = DerivedKeys.broadcastKey(SECRET);

	private final HttpClient client = HttpClient.newHttpClient();

	private final ConfigurableApplicationContext context;

	private final int port;

	private TestServer(ConfigurableApplicationContext context) {
		this.context = context;
		this.port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
	}

	public static TestServer tomcat(String... properties) {
		return start(List.of(TomcatApplication.class), properties);
	}

	static TestServer jetty(Class<?> application, String... properties) {
		return start(List.of(JettyApplication.class, application), properties);
	}

	public static TestServer tomcat(Class<?> application, String... properties) {
		return start(List.of(TomcatApplication.class, application), properties);
	}

	private static TestServer start(List<Class<?>> sources, String... properties) {
		List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--server.address=127.0.0.1",
				"--spring.main.banner-mode=off", "--server.shutdown=immediate"));
		Arrays.stream(properties).map("--"::concat).forEach(arguments::add);
		return new TestServer(
				new SpringApplicationBuilder(sources.toArray(Class<?>[]::new)).web(WebApplicationType.SERVLET)
					.run(arguments.toArray(String[]::new)));
	}

	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	public RecordingBroadcastService published() {
		return bean(RecordingBroadcastService.class);
	}

	public int port() {
		return this.port;
	}

	public HttpResponse<String> publish(String body) {
		return post("/_broadcast", body, "Authorization", "Bearer " + KEY);
	}

	public HttpResponse<String> post(String path, String body, String... headers) {
		return send(this.port, "POST", path, BodyPublishers.ofString(body), headers);
	}

	public HttpResponse<String> get(String path, String... headers) {
		return send("GET", path, headers);
	}

	HttpResponse<String> send(String method, String path, String... headers) {
		return send(this.port, method, path, BodyPublishers.noBody(), headers);
	}

	HttpResponse<String> send(int port, String method, String path, BodyPublisher body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
			.timeout(Duration.ofSeconds(20))
			.method(method, body);
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			return this.client.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Sends lines as they are and yields all that is answered. */
	String raw(String... lines) {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			socket.setSoTimeout(20_000);
			socket.getOutputStream().write(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
			socket.shutdownOutput();
			InputStream in = socket.getInputStream();
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.context.close();
	}

	static String[] withKey(String... more) {
		return Stream.concat(Stream.of("Authorization", "Bearer " + KEY), Stream.of(more)).toArray(String[]::new);
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class,
			ErrorMvcAutoConfiguration.class, HttpEncodingAutoConfiguration.class, MultipartAutoConfiguration.class,
			RealtimeSecretsAutoConfiguration.class, BroadcastHttpAutoConfiguration.class,
			RealtimeSecurityAutoConfiguration.class, RealtimeStartLogAutoConfiguration.class })
	static class Application {

		@Bean
		@ConditionalOnBooleanProperty(name = "test.real-service", havingValue = false, matchIfMissing = true)
		RecordingBroadcastService broadcastService() {
			return new RecordingBroadcastService();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
	static class TomcatApplication extends Application {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(JettyServletWebServerAutoConfiguration.class)
	static class JettyApplication extends Application {

	}

}
