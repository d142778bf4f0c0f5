/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.realtimespring.auth.AuthenticationResult;
import io.github.realtimespring.auth.Identity;
import io.github.realtimespring.stream.SignedStreamService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the snippets of the pages on authentication and signed streams.
 */
class SigningSnippetsTests {

	private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

	private static final List<String> AWKWARD = List.of("chat/1", "café/日本", "it's \"quoted\" \\ <&>", "a--b", " ");

	private final SignedStreamService streams = SignedStreamService.hmac(List.of(TestTokens.SECRET));

	private final TokenVerifier tokens = new JwsTokenVerifier(
			new SecretSignatureCheck(List.of(TestTokens.SECRET), HmacAlgorithm.HS256),
			new ClaimsCheck(Clock.systemUTC(), Duration.ZERO, null, List.of()), new IdentityMapper(null, true));

	@ParameterizedTest
	@MethodSource("languages")
	@DisplayName("A28: tokens made in other languages are accepted")
	void a28TokensOfOtherLanguagesAreAccepted(List<String> command) throws Exception {
		assertThat(identity(run(command, "make_token")).principal()).isEqualTo("42");
		for (String user : AWKWARD) {
			Identity identity = identity(run(command, "make_token", user, "60"));
			assertThat(identity.principal()).isEqualTo(user);
			assertThat(identity.view()).isEqualTo(Map.of("user_id", user));
			assertThat(identity.expiresAt()).isBetween(Instant.now().plusSeconds(30), Instant.now().plusSeconds(61));
		}
		assertThat(this.tokens.verify(run(command, "make_token", "42", "-1")))
			.isEqualTo(AuthenticationResult.tokenExpired());
	}

	@ParameterizedTest
	@MethodSource("languages")
	@DisplayName("A28: stream names signed in other languages are verified")
	void a28NamesOfOtherLanguagesAreVerified(List<String> command) throws Exception {
		for (String name : AWKWARD) {
			assertThat(this.streams.verify(run(command, "sign_stream", name))).hasValue(name);
		}
	}

	@ParameterizedTest
	@MethodSource("languages")
	@DisplayName("A28: expiring and bound stream names made in other languages are verified")
	void a28BoundNamesOfOtherLanguagesAreVerified(List<String> command) throws Exception {
		for (String name : AWKWARD) {
			String expiring = run(command, "sign_stream", name, "60");
			assertThat(this.streams.verify(expiring)).hasValue(name);
			String bound = run(command, "sign_stream", name, "60", "o'neil \"é\"");
			assertThat(this.streams.verify(bound, "o'neil \"é\"")).hasValue(name);
			assertThat(this.streams.verify(bound, "jill")).isEmpty();
			assertThat(this.streams.verify(bound)).isEmpty();
		}
		assertThat(this.streams.verify(run(command, "sign_stream", "chat/1", "-1"))).isEmpty();
	}

	/** PHP and Ruby only where they are installed. */
	static Stream<List<String>> languages() {
		Map<String, String> languages = new LinkedHashMap<>();
		languages.put("bash", "sh");
		languages.put("python3", "py");
		languages.put("node", "mjs");
		languages.put("php", "php");
		languages.put("ruby", "rb");
		return languages.entrySet()
			.stream()
			.filter((language) -> !List.of("php", "ruby").contains(language.getKey()) || isInstalled(language.getKey()))
			.map((language) -> List.of(language.getKey(), language.getValue()));
	}

	private Identity identity(String token) {
		AuthenticationResult result = this.tokens.verify(token);
		assertThat(result).isInstanceOf(AuthenticationResult.Accepted.class);
		return Objects.requireNonNull(((AuthenticationResult.Accepted) result).identity());
	}

	private static boolean isInstalled(String program) {
		return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
			.anyMatch((directory) -> Files.isExecutable(Path.of(directory, program)));
	}

	private static String run(List<String> language, String snippet, String... arguments) throws Exception {
		String file = ROOT.resolve("docs/snippets").resolve(snippet + "." + language.get(1)).toString();
		ProcessBuilder builder = new ProcessBuilder(
				Stream.concat(Stream.of(language.get(0), file), Stream.of(arguments)).toList());
		builder.environment().put("REALTIME_SECRET", TestTokens.SECRET);
		builder.environment().put("LC_ALL", "C.UTF-8");
		Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
		process.getOutputStream().close();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).isZero();
		return output.strip();
	}

}
