/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.github.realtimespring.auth.AuthenticationResult;
import io.github.realtimespring.auth.ConnectionAuthenticator;
import io.github.realtimespring.auth.Identity;
import io.github.realtimespring.autoconfigure.RealtimeSecretsAutoConfiguration;
import io.github.realtimespring.autoconfigure.jwt.RealtimeJwtAutoConfiguration;
import io.github.realtimespring.autoconfigure.jwt.TestTokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.socket.server.standard.StandardWebSocketUpgradeStrategy;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the handshake at an application's own endpoint, on a real Tomcat.
 */
@ExtendWith(OutputCaptureExtension.class)
class HandshakeIntegrationTests {

	private static final BlockingQueue<String> OPENED = new LinkedBlockingQueue<>();

	@Test
	@DisplayName("A5: a plain endpoint answers 401 without a good token and 101 with one, by every carrier")
	void a5PlainEndpointAnswers401() throws InterruptedException {
		String token = TestTokens.valid();
		try (Server server = Server.start("realtime.jwt.query-params=jid,authorization,token",
				"realtime.jwt.cookie=access_token")) {
			assertThat(server.handshake("/ws").status()).isEqualTo(401);
			assertThat(server.handshake("/ws?jid=bad").send()).startsWith("HTTP/1.1 401").contains("WWW-Authenticate");
			assertThat(server.handshake("/ws?jid=" + TestTokens.vector("expired")).status()).isEqualTo(401);
			assertThat(server.handshake("/ws?jid=" + token + "&x=%zz").status()).isIn(400, 401);
			assertThat(server.handshake("/ws?jid=" + token + ";x").status()).isEqualTo(401);
			server.assertOpens(server.handshake("/ws").header("X-JID", token));
			server.assertOpens(server.handshake("/ws").header("Sec-WebSocket-Protocol", "anycable-token." + token));
			server.assertOpens(server.handshake("/ws?jid=" + token));
			server.assertOpens(server.handshake("/ws?authorization=" + token));
			server.assertOpens(server.handshake("/ws?token=" + token));
			server.assertOpens(server.handshake("/ws").header("Authorization", "bearer " + token));
			server.assertOpens(server.handshake("/ws")
				.header("Cookie", "access_token=" + token)
				.header("Origin", server.origin()));
		}
	}

	@Test
	@DisplayName("P16: the cookie does not count from a foreign origin, nor without an origin")
	void p16CookieFromAForeignOriginIsA403() {
		try (Server server = Server.start("realtime.jwt.cookie=access_token")) {
			RawHandshake cookie = server.handshake("/ws").header("Cookie", "access_token=" + TestTokens.valid());
			assertThat(cookie.status()).isEqualTo(401);
			assertThat(cookie.header("Origin", "https://evil.com").status()).isEqualTo(403);
		}
	}

	@Test
	@DisplayName("K3: a foreign origin is answered with 403 and nothing else")
	void k3ForeignOriginIsA403(CapturedOutput output) {
		try (Server server = Server.start("realtime.origins.allowed=https://*.mydomain.com")) {
			for (String origin : List.of("https://evil.com", "null", "https://evilmydomain.com",
					"http://a.mydomain.com", "https://a.mydomain.com.evil.com", "https://x@a.mydomain.com",
					"http://localhost:4200", "https://a.mydomain.com, https://evil.com", "")) {
				String head = server.handshake("/ws?jid=" + TestTokens.valid()).header("Origin", origin).send();
				assertThat(head).as(origin).startsWith("HTTP/1.1 403").doesNotContain("evil", "Upgrade");
			}
			String twice = server.handshake("/ws?jid=" + TestTokens.valid())
				.header("Origin", "https://a.mydomain.com")
				.header("Origin", "https://a.mydomain.com")
				.send();
			assertThat(twice).startsWith("HTTP/1.1 403");
			assertThat(output).contains("Refused a handshake from https://evil.com");
		}
	}

	@Test
	@DisplayName("K6: listed origins, the own origin and handshakes without one are let through")
	void k6AllowedOriginsAreLetThrough() throws InterruptedException {
		try (Server server = Server.start("realtime.origins.allowed=https://*.mydomain.com")) {
			String target = "/ws?jid=" + TestTokens.valid();
			server.assertOpens(server.handshake(target).header("Origin", "https://a.mydomain.com"));
			server.assertOpens(server.handshake(target).header("Origin", server.origin()));
			server.assertOpens(server.handshake(target));
		}
	}

	@Test
	@DisplayName("K4: the own origin is the one that forwarded headers name, where they are trusted")
	void k4ForwardedHeadersMakeTheOwnOrigin() throws InterruptedException {
		for (String strategy : List.of("native", "framework")) {
			try (Server server = Server.start("server.forward-headers-strategy=" + strategy)) {
				server.assertOpens(forwarded(server).header("Origin", "https://app.example"));
				assertThat(forwarded(server).header("Origin", "http://app.example").status()).isEqualTo(403);
				assertThat(forwarded(server).header("Origin", "https://evil.com").status()).isEqualTo(403);
			}
		}
		try (Server server = Server.start("server.forward-headers-strategy=none")) {
			assertThat(forwarded(server).header("Origin", "https://app.example").status()).isEqualTo(403);
		}
	}

	private static RawHandshake forwarded(Server server) {
		return server.handshake("/ws?jid=" + TestTokens.valid())
			.header("X-Forwarded-Proto", "https")
			.header("X-Forwarded-Host", "app.example")
			.header("X-Forwarded-Port", "443");
	}

	@Test
	@DisplayName("A5: while tokens cannot be verified the answer is 503 with Retry-After")
	void a5UnavailableIsA503() {
		try (Server server = Server.start(UnavailableConfiguration.class)) {
			assertThat(server.handshake("/ws?jid=x").send()).startsWith("HTTP/1.1 503").contains("Retry-After: 7");
		}
	}

	@Test
	@DisplayName("A5: realtime.security.reject-with=message leaves the refusal to the handler")
	void a5RefusalByMessageReachesTheHandler() throws InterruptedException {
		try (Server server = Server.start("realtime.security.reject-with=message")) {
			assertThat(server.handshake("/ws?jid=bad").status()).isEqualTo(101);
			assertThat(OPENED.poll(10, TimeUnit.SECONDS)).isEqualTo("UNAUTHORIZED");
		}
	}

	@Test
	@DisplayName("A1: no failed handshake leaves a token or the secret in the log")
	void a1NoFailureLeaksATokenIntoTheLog(CapturedOutput output) {
		String ext = "{\"ext\":\"{}\",\"exp\":1}";
		List<String> tokens = List.of("garbage-token-of-a-stranger", TestTokens.hs256(ext), TestTokens.hs256("{}"),
				TestTokens.hs256("[1]"), TestTokens.valid() + "x", TestTokens.valid().replace('.', '_'),
				base64("{\"alg\":\"none\"}") + "." + base64(ext) + ".",
				base64("{\"alg\":42}") + "." + base64(ext) + ".x",
				base64("{\"alg\":\"HS256\",\"crit\":[\"x\"]}") + "." + base64(ext) + ".x", "t".repeat(7000));
		try (Server server = Server.start("logging.level.io.github.realtimespring=trace",
				"realtime.jwt.cookie=access_token")) {
			for (String token : tokens) {
				assertThat(server.handshake("/ws?jid=" + token).status()).isEqualTo(401);
				assertThat(server.handshake("/ws?jid=" + token + ";").status()).isEqualTo(401);
				assertThat(server.handshake("/ws").header("X-JID", token).status()).isEqualTo(401);
				assertThat(server.handshake("/ws").header("Authorization", "Bearer " + token).status()).isEqualTo(401);
				assertThat(server.handshake("/ws")
					.header("Cookie", "access_token=" + token)
					.header("Origin", server.origin())
					.status()).isEqualTo(401);
				String head = server.handshake("/ws")
					.header("Sec-WebSocket-Protocol", "anycable-token." + token)
					.send();
				assertThat(head).startsWith("HTTP/1.1 401").doesNotContain(token);
				assertThat(server.handshake("/ws?jid=" + token).header("Origin", "https://evil.com").status())
					.isEqualTo(403);
			}
			try (Server failing = Server.start(FailingConfiguration.class)) {
				tokens.forEach((token) -> assertThat(failing.handshake("/ws?jid=" + token).status()).isEqualTo(401));
			}
			assertThat(output).contains("Refused a token").contains(IllegalStateException.class.getName());
			tokens.forEach((token) -> assertThat(output).doesNotContain(token));
			assertThat(output).doesNotContain(TestTokens.SECRET);
		}
	}

	private static String base64(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	private record Server(ConfigurableApplicationContext context, int port) implements AutoCloseable {

		static Server start(String... properties) {
			return start(NothingMore.class, properties);
		}

		static Server start(Class<?> configuration, String... properties) {
			OPENED.clear();
			ConfigurableApplicationContext context = new SpringApplicationBuilder(ApplicationConfiguration.class,
					configuration)
				.web(WebApplicationType.SERVLET)
				.bannerMode(Banner.Mode.OFF)
				.properties("server.port=0", "realtime.secret=" + TestTokens.SECRET)
				.properties(properties)
				.run();
			return new Server(context, ((WebServerApplicationContext) context).getWebServer().getPort());
		}

		RawHandshake handshake(String target) {
			return RawHandshake.to(this.port, target);
		}

		String origin() {
			return "http://127.0.0.1:" + this.port;
		}

		void assertOpens(RawHandshake handshake) throws InterruptedException {
			assertThat(handshake.send()).startsWith("HTTP/1.1 101").doesNotContain("anycable-token");
			assertThat(OPENED.poll(10, TimeUnit.SECONDS)).isEqualTo("42");
		}

		@Override
		public void close() {
			this.context.close();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NothingMore {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebMvc
	@EnableWebSocket
	@ImportAutoConfiguration({ TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
			RealtimeSecretsAutoConfiguration.class, RealtimeJwtAutoConfiguration.class,
			RealtimeHandshakeAutoConfiguration.class })
	static class ApplicationConfiguration {

		@Bean
		WebSocketConfigurer endpoint(JwtHandshakeInterceptor interceptor) {
			// both containers are on the class path of this build, Tomcat serves
			DefaultHandshakeHandler handshake = new DefaultHandshakeHandler(new StandardWebSocketUpgradeStrategy());
			return (registry) -> registry.addHandler(new RecordingHandler(), "/ws")
				.setHandshakeHandler(handshake)
				.setAllowedOriginPatterns("*")
				.addInterceptors(interceptor);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class UnavailableConfiguration {

		@Bean
		ConnectionAuthenticator authenticator() {
			return (request) -> AuthenticationResult.unavailable(Duration.ofSeconds(7));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FailingConfiguration {

		@Bean
		ConnectionAuthenticator authenticator() {
			return (request) -> {
				throw new IllegalStateException("bad token " + request.queryParameters("jid"));
			};
		}

	}

	private static final class RecordingHandler extends TextWebSocketHandler {

		@Override
		public void afterConnectionEstablished(WebSocketSession session) {
			Identity identity = JwtHandshakeInterceptor.identity(session.getAttributes());
			OPENED.add((identity != null) ? String.valueOf(identity.principal())
					: String.valueOf(JwtHandshakeInterceptor.rejection(session.getAttributes())));
		}

	}

}
