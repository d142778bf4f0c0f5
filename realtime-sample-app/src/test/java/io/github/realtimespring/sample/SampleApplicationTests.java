/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import io.github.realtimespring.session.SessionRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the {@link SampleApplication}.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SampleApplicationTests {

	@LocalServerPort
	private int port;

	@Value("${realtime.secret}")
	private String secret;

	@Autowired
	private SessionRegistry sessions;

	private URI application;

	private Visitor alice;

	private Visitor bob;

	private OtherProgram other;

	@BeforeEach
	void setUp() {
		this.application = URI.create("http://localhost:" + this.port);
		this.alice = new Visitor(this.application);
		this.bob = new Visitor(this.application);
		this.other = new OtherProgram(this.secret);
	}

	@Test
	@DisplayName("K1 the realtime server takes at most ten lines of configuration")
	void k1ConfigurationIsSmall() throws IOException {
		List<String> lines = text("application.yml").lines()
			.filter((line) -> !line.isBlank() && !line.strip().startsWith("#"))
			.toList();
		int start = lines.indexOf("realtime:");
		long size = lines.stream().skip(start + 1).takeWhile((line) -> line.startsWith(" ")).count() + 1;
		assertThat(start).isNotNegative();
		assertThat(size).isLessThanOrEqualTo(10);
	}

	@Test
	@DisplayName("K23 the page includes the client with one line, which serves a script")
	void k23PageIncludesTheClient() throws IOException {
		assertThat(text("templates/chat.html").lines().filter((line) -> line.contains("/realtime/realtime.js")))
			.singleElement()
			.asString()
			.contains("<script th:src=\"@{/realtime/realtime.js}\"");
		this.alice.signIn("alice", "wonderland");
		String source = Visitor.find("<script src=\"([^\"]*realtime[^\"]*)\"", this.alice.page("/rooms/general"));
		HttpResponse<String> script = new Visitor(this.application).get(source);
		assertThat(script.statusCode()).isEqualTo(200);
		assertThat(script.headers().firstValue("Content-Type")).get().asString().startsWith("text/javascript");
		assertThat(script.body()).contains("realtime");
	}

	@Test
	void pagesRunNoScriptButTheirOwn() {
		HttpResponse<String> login = this.alice.get("/login");
		this.alice.signIn("alice", "wonderland");
		HttpResponse<String> chat = this.alice.get("/rooms/general");
		for (HttpResponse<String> page : List.of(login, chat)) {
			assertThat(page.headers().firstValue("Content-Security-Policy")).get()
				.asString()
				.contains("script-src 'self';")
				.doesNotContain("unsafe");
			assertThat(page.body()).doesNotContainPattern("<script(?! src=)").doesNotContainPattern("\\son\\w+=");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/rooms/general", "/token", "/rooms/general/messages" })
	void strangersAreSentToTheLogin(String path) {
		HttpResponse<String> response = this.alice.get(path, "Accept", "text/html");
		assertThat(response.statusCode()).isEqualTo(302);
		assertThat(response.headers().firstValue("Location")).get().asString().endsWith("/login");
	}

	@Test
	void loginPageShowsTheDemoAccounts() {
		assertThat(this.alice.page("/login")).contains("alice / wonderland", "bob / builder");
	}

	@Test
	void wrongPasswordIsToldAndSignsNobodyIn() {
		HttpResponse<String> response = this.alice.signIn("alice", "guessed");
		assertThat(response.headers().firstValue("Location")).get().asString().endsWith("/login?error");
		assertThat(this.alice.page("/login?error")).contains("do not belong together");
		assertThat(this.alice.get("/rooms/general").statusCode()).isNotEqualTo(200);
	}

	@Test
	@DisplayName("K9 after the form login the page issues a token, and the connection has the user's name")
	void k9LoginNamesTheConnection() {
		this.alice.signIn("alice", "wonderland");
		String token = meta("cable-token", this.alice.page("/rooms/general"));
		try (CableClient client = CableClient.open(this.application, "/cable", token)) {
			String id = client.await("welcome").get("sid").asString();
			assertThat(this.sessions.find(id)).get()
				.extracting((session) -> session.identity().principal())
				.isEqualTo("alice");
		}
	}

	@Test
	void tokenEndpointIssuesTheNextToken() {
		this.alice.signIn("alice", "wonderland");
		JsonNode answer = json(this.alice.get("/token"));
		assertThat(answer.get("expires_in").asLong()).isEqualTo(300);
		try (CableClient client = CableClient.connect(this.application, answer.get("token").asString())) {
			assertThat(client).isNotNull();
		}
	}

	@Test
	void loginIsRememberedWithoutASession() {
		this.alice.signIn("alice", "wonderland");
		this.alice.forget("JSESSIONID");
		assertThat(this.alice.page("/rooms/general")).contains("data-user=\"alice\"");
	}

	@Test
	void messageReachesOthersButNotTheConnectionThatIsNamed() {
		this.alice.signIn("alice", "wonderland");
		this.bob.signIn("bob", "builder");
		try (CableClient hers = connect(this.alice, "general"); CableClient his = connect(this.bob, "general")) {
			String page = this.alice.page("/rooms/general");
			String id = this.sessions.sessions()
				.stream()
				.filter((session) -> "alice".equals(session.identity().principal()))
				.map((session) -> session.id())
				.findFirst()
				.orElseThrow();
			assertThat(page).contains("id=\"composer\"");
			JsonNode posted = json(post(this.alice, "general", "Hello", "X-Socket-ID", id));
			JsonNode second = json(post(this.alice, "general", "Everybody"));
			assertThat(his.received()).isEqualTo(posted);
			assertThat(his.received()).isEqualTo(second);
			assertThat(hers.received()).isEqualTo(second);
			assertThat(posted.get("author").asString()).isEqualTo("alice");
			assertThat(posted.get("text").asString()).isEqualTo("Hello");
		}
	}

	@Test
	void mentionIsNotifiedOnTheStreamOfTheUser() {
		this.alice.signIn("alice", "wonderland");
		this.bob.signIn("bob", "builder");
		String page = this.bob.page("/rooms/general");
		String notifications = Visitor.find("data-stream=\"([^\"]+)\"[^>]*></ol>", page.replace("\n", " "));
		try (CableClient his = CableClient.connect(this.application, meta("cable-token", page))) {
			his.subscribe(notifications).await("confirm_subscription");
			post(this.alice, "random", "Look, @bob");
			JsonNode notification = his.received();
			while (!"mentioned".equals(notification.get("kind").asString())) {
				notification = his.received();
			}
			assertThat(notification.get("user").asString()).isEqualTo("alice");
			assertThat(notification.get("room").asString()).isEqualTo("random");
		}
	}

	@Test
	void signedNamesAreOfNoUseToSomebodyElse() {
		this.alice.signIn("alice", "wonderland");
		this.bob.signIn("bob", "builder");
		String hers = stream("general", this.alice.page("/rooms/general"));
		String token = meta("cable-token", this.bob.page("/rooms/general"));
		try (CableClient his = CableClient.connect(this.application, token)) {
			his.subscribe(hers).await("reject_subscription");
		}
	}

	@Test
	void newWindowIsShownTheLatestFiftyMessages() {
		this.alice.signIn("alice", "wonderland");
		for (int i = 0; i < RoomHistory.LIMIT + 5; i++) {
			post(this.alice, "engineering", "Message " + i);
		}
		JsonNode messages = json(this.alice.get("/rooms/engineering/messages"));
		assertThat(messages).hasSize(RoomHistory.LIMIT);
		assertThat(messages.get(0).get("text").asString()).isEqualTo("Message 5");
		long seen = messages.get(RoomHistory.LIMIT - 3).get("id").asLong();
		assertThat(json(this.alice.get("/rooms/engineering/messages?after=" + seen))).hasSize(2);
	}

	@Test
	void postWithoutCsrfTokenIsRefused() {
		this.alice.signIn("alice", "wonderland");
		HttpResponse<String> response = this.alice.post("/rooms/general/messages", "application/json",
				"{\"text\":\"forged\"}");
		assertThat(response.statusCode()).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"text\":\"\"}", "{\"text\":\"  \"}" })
	void emptyMessageIsRefused(String draft) {
		this.alice.signIn("alice", "wonderland");
		assertThat(this.alice.postJson("/rooms/general/messages", draft).statusCode()).isEqualTo(422);
	}

	@Test
	void tooLongMessageIsRefused() {
		this.alice.signIn("alice", "wonderland");
		assertThat(post(this.alice, "general", "x".repeat(2001)).statusCode()).isEqualTo(422);
	}

	@Test
	void unknownRoomIsNotFound() {
		this.alice.signIn("alice", "wonderland");
		assertThat(this.alice.get("/rooms/cellar").statusCode()).isEqualTo(404);
		assertThat(this.alice.get("/rooms/cellar").body()).contains("Back to the chat");
	}

	@Test
	@DisplayName("A29 a backend without a login publishes with the derived key, and other programs' tokens are good")
	void a29BroadcastsWithTheDerivedKey() {
		try (CableClient client = CableClient.connect(this.application, this.other.token("carol"))) {
			client.subscribe(this.other.signedName("orders/1")).await("confirm_subscription");
			assertThat(broadcast(this.other.broadcastKey()).statusCode()).isEqualTo(201);
			assertThat(client.received().get("total").asInt()).isEqualTo(42);
		}
	}

	@Test
	void broadcastWithAnotherKeyIsRefusedWithoutARedirect() {
		assertThat(broadcast("0".repeat(64)).statusCode()).isEqualTo(401);
	}

	@Test
	void connectionWithoutTokenIsRefusedByTheServerAndNotByTheLogin() {
		try (CableClient client = CableClient.open(this.application, "/cable", null)) {
			assertThat(client.await("disconnect").get("reason").asString()).isEqualTo("unauthorized");
		}
	}

	@Test
	@DisplayName("A23 who signs out is disconnected, and told not to come back")
	void a23SignOutDisconnects() {
		this.alice.signIn("alice", "wonderland");
		String token = meta("cable-token", this.alice.page("/rooms/general"));
		try (CableClient client = CableClient.connect(this.application, token)) {
			assertThat(this.alice.postJson("/logout", "").statusCode()).isEqualTo(302);
			JsonNode goodbye = client.await("disconnect");
			assertThat(goodbye.get("reason").asString()).isEqualTo("remote");
			assertThat(goodbye.get("reconnect").asBoolean()).isFalse();
		}
	}

	@Test
	void everybodyMayAskForHealthAndProbes() {
		for (String path : List.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")) {
			HttpResponse<String> response = this.alice.get(path);
			assertThat(response.statusCode()).as(path).isEqualTo(200);
			assertThat(json(response).get("status").asString()).isEqualTo("UP");
			assertThat(response.body()).doesNotContain("components");
		}
	}

	@Test
	void otherActuatorEndpointsNeedALogin() {
		Stream.of("/actuator/info", "/actuator/metrics", "/actuator/realtime")
			.forEach((path) -> assertThat(this.alice.get(path).statusCode()).as(path).isIn(302, 401));
		this.alice.signIn("alice", "wonderland");
		assertThat(this.alice.get("/actuator/metrics").statusCode()).isEqualTo(200);
		assertThat(this.alice.get("/actuator/info").statusCode()).isEqualTo(200);
	}

	private CableClient connect(Visitor visitor, String room) {
		String page = visitor.page("/rooms/" + room);
		CableClient client = CableClient.connect(this.application, meta("cable-token", page));
		client.subscribe(stream(room, page)).await("confirm_subscription");
		return client;
	}

	private HttpResponse<String> post(Visitor visitor, String room, String text, String... headers) {
		return visitor.postJson("/rooms/" + room + "/messages", "{\"text\":\"" + text + "\"}", headers);
	}

	private HttpResponse<String> broadcast(String key) {
		return new Visitor(this.application).post("/_broadcast", "application/json",
				"{\"stream\":\"orders/1\",\"data\":\"{\\\"total\\\":42}\"}", "Authorization", "Bearer " + key);
	}

	private static String meta(String name, String page) {
		return Visitor.find("<meta name=\"" + name + "\" content=\"([^\"]+)\"", page);
	}

	private static String stream(String room, String page) {
		return Visitor.find("data-room=\"" + room + "\"[^>]*data-stream=\"([^\"]+)\"", page);
	}

	private static JsonNode json(HttpResponse<String> response) {
		assertThat(response.statusCode()).as(response.body()).isLessThan(300);
		return new JsonMapper().readTree(response.body());
	}

	private static String text(String resource) throws IOException {
		return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
	}

}
