/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import java.util.Objects;

import io.github.realtimespring.auth.AuthenticationResult;
import io.github.realtimespring.auth.ConnectionAuthenticator;
import io.github.realtimespring.auth.HandshakeRequest;
import io.github.realtimespring.auth.TokenExtractor;
import io.github.realtimespring.autoconfigure.RealtimeSecretsAutoConfiguration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.MutuallyExclusiveConfigurationPropertiesException;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RealtimeJwtAutoConfiguration}.
 */
class RealtimeJwtAutoConfigurationTests {

	private static final String SECRET = "realtime.secret=" + TestTokens.SECRET;

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(RealtimeSecretsAutoConfiguration.class, RealtimeJwtAutoConfiguration.class));

	@Test
	@DisplayName("A8: realtime.secret verifies tokens; a specific secret wins")
	void a8SpecificSecretWins() {
		String specific = "a secret only for tokens, long..";
		String token = TestTokens.hmac("HS256", specific, "{\"ext\":\"{}\"}");
		this.contextRunner.withPropertyValues(SECRET).run((context) -> {
			assertAccepted(authenticate(context, header(TestTokens.valid())));
			assertUnauthorized(authenticate(context, header(token)));
		});
		this.contextRunner.withPropertyValues(SECRET, "realtime.jwt.secret=" + specific).run((context) -> {
			assertUnauthorized(authenticate(context, header(TestTokens.valid())));
			assertAccepted(authenticate(context, header(token)));
		});
	}

	@Test
	@DisplayName("A8: tokens of the previous secret are accepted")
	void a8PreviousSecretIsAccepted() {
		this.contextRunner
			.withPropertyValues("realtime.secret=another secret of 32 bytes......",
					"realtime.previous-secret=" + TestTokens.SECRET)
			.run((context) -> assertAccepted(authenticate(context, header(TestTokens.valid()))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "realtime.secret", "realtime.jwt.secret", "realtime.previous-secret" })
	@DisplayName("A7: a short secret stops the start, and is not repeated")
	void a7ShortSecretStopsTheStart(String property) {
		String secret = "thirty-one bytes are too few...";
		assertThat(secret).hasSize(31);
		this.contextRunner.withPropertyValues("realtime.secret=" + TestTokens.SECRET, property + "=" + secret)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessage("'" + property + "' has 31 bytes, but needs at least 32")
				.hasMessageNotContaining(secret));
	}

	@Test
	@DisplayName("A7: bytes count, not characters")
	void a7BytesCount() {
		this.contextRunner.withPropertyValues("realtime.secret=" + "ж".repeat(16))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@ParameterizedTest
	@ValueSource(strings = { "realtime.enabled=true", "realtime.secret=", "realtime.secret=none",
			"realtime.jwt.secret=none", "realtime.jwt.enforce=false" })
	@DisplayName("A8: without any key the start stops with a sentence that says what to set")
	void a8MissingKeyStopsTheStart(String property) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(MissingAuthenticationException.class)
				.hasMessageContaining("neither a secret nor a key"));
	}

	@Test
	@DisplayName("A8: 'none' switches the fallback off")
	void a8NoneSwitchesTheFallbackOff() {
		this.contextRunner.withPropertyValues(SECRET, "realtime.jwt.secret=none")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(MissingAuthenticationException.class));
		this.contextRunner.withPropertyValues(SECRET, "realtime.jwt.secret=none", "realtime.public=true")
			.run((context) -> assertAnonymous(authenticate(context, header("bad"))));
	}

	@Test
	@DisplayName("A4: public without a secret lets everybody in and ignores tokens")
	void a4PublicWithoutSecretIgnoresTokens() {
		this.contextRunner.withPropertyValues("realtime.public=true").run((context) -> {
			assertAnonymous(authenticate(context, new TestHandshake()));
			assertAnonymous(authenticate(context, header("bad")));
			assertAnonymous(authenticate(context, new TestHandshake().unreadableQuery()));
		});
	}

	@Test
	@DisplayName("A4: public with a secret needs no token but refuses a bad one")
	void a4PublicWithSecretRefusesBadTokens() {
		this.contextRunner.withPropertyValues("realtime.public=true", SECRET).run((context) -> {
			assertAnonymous(authenticate(context, new TestHandshake()));
			assertAccepted(authenticate(context, header(TestTokens.valid())));
			assertUnauthorized(authenticate(context, header("bad")));
			assertUnauthorized(authenticate(context, new TestHandshake().unreadableQuery()));
		});
	}

	@Test
	@DisplayName("A4: enforcement is on by default and can be switched off")
	void a4EnforcementByProperty() {
		this.contextRunner.withPropertyValues(SECRET)
			.run((context) -> assertUnauthorized(authenticate(context, new TestHandshake())));
		this.contextRunner.withPropertyValues(SECRET, "realtime.jwt.enforce=false").run((context) -> {
			assertAnonymous(authenticate(context, new TestHandshake()));
			assertUnauthorized(authenticate(context, header("bad")));
		});
	}

	@Test
	@DisplayName("A1: all carriers work as they are, the cookie only where it is named")
	void a1CarriersByDefault() {
		String token = TestTokens.valid();
		this.contextRunner.withPropertyValues(SECRET).run((context) -> {
			assertAccepted(authenticate(context, header(token)));
			assertAccepted(authenticate(context, new TestHandshake().protocol("x", "anycable-token." + token)));
			assertAccepted(authenticate(context, new TestHandshake().query("jid", token)));
			assertAccepted(authenticate(context, new TestHandshake().header("Authorization", "bearer " + token)));
			TestHandshake cookie = new TestHandshake().cookie("access_token", token).fromAllowedOrigin();
			assertUnauthorized(authenticate(context, cookie));
			assertUnauthorized(authenticate(context, new TestHandshake().query("token", token)));
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			missing              |                                    | UNAUTHORIZED
			wrong key            | other                              | UNAUTHORIZED
			unsigned             | none                               | UNAUTHORIZED
			confused             | RS256                              | UNAUTHORIZED
			expired              | expired                            | TOKEN_EXPIRED
			""")
	@DisplayName("A1: every carrier refuses a token that is missing, of another key, unsigned or confused")
	void a1EveryCarrierRefusesBadTokens(String name, String kind, String reason) {
		String payload = "{\"ext\":\"{}\"}";
		String token = switch (Objects.requireNonNullElse(kind, "")) {
			case "other" -> TestTokens.hmac("HS256", "x".repeat(32), payload);
			case "none" -> TestTokens.unsigned("{\"alg\":\"none\"}", payload) + ".";
			case "RS256" -> TestTokens.hmac("HS256", TestTokens.SECRET, "{\"alg\":\"RS256\"}", payload);
			case "expired" -> TestTokens.vector("expired");
			default -> "";
		};
		this.contextRunner.withPropertyValues(SECRET, "realtime.jwt.cookie=c").run((context) -> {
			for (TestHandshake request : new TestHandshake[] { header(token),
					new TestHandshake().protocol("anycable-token." + token), new TestHandshake().query("jid", token),
					new TestHandshake().header("Authorization", "Bearer " + token),
					new TestHandshake().cookie("c", token).fromAllowedOrigin() }) {
				AuthenticationResult result = authenticate(context, request);
				assertThat(((AuthenticationResult.Rejected) result).reason().name()).as(name).isEqualTo(reason);
			}
		});
	}

	@Test
	@DisplayName("A1: names of the carriers can be changed")
	void a1CarriersCanBeRenamed() {
		String token = TestTokens.valid();
		this.contextRunner
			.withPropertyValues(SECRET, "realtime.jwt.param=auth", "realtime.jwt.subprotocol-prefix=jwt.",
					"realtime.jwt.authorization-header=false")
			.run((context) -> {
				assertAccepted(authenticate(context, new TestHandshake().header("X-Auth", token)));
				assertAccepted(authenticate(context, new TestHandshake().query("auth", token)));
				assertAccepted(authenticate(context, new TestHandshake().protocol("jwt." + token)));
				assertUnauthorized(authenticate(context, header(token)));
				assertUnauthorized(authenticate(context, new TestHandshake().query("jid", token)));
				assertUnauthorized(
						authenticate(context, new TestHandshake().header("Authorization", "Bearer " + token)));
			});
		this.contextRunner.withPropertyValues(SECRET, "realtime.jwt.header=X-Token")
			.run((context) -> assertAccepted(authenticate(context, new TestHandshake().header("x-token", token))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "jid", "authorization", "token" })
	@DisplayName("P15 S24: further query parameters by property")
	void p15QueryParametersByProperty(String name) {
		this.contextRunner.withPropertyValues(SECRET, "realtime.jwt.query-params=jid,authorization,token")
			.run((context) -> assertAccepted(
					authenticate(context, new TestHandshake().query(name, TestTokens.valid()))));
	}

	@Test
	@DisplayName("P16 S24: the cookie is read where it is named, from allowed origins only")
	void p16CookieByProperty() {
		this.contextRunner.withPropertyValues(SECRET, "realtime.jwt.cookie=access_token").run((context) -> {
			TestHandshake request = new TestHandshake().cookie("access_token", TestTokens.valid());
			assertUnauthorized(authenticate(context, request));
			assertAccepted(authenticate(context, request.fromAllowedOrigin()));
		});
	}

	@ParameterizedTest
	@CsvSource({ "realtime.jwt.jwk-set-uri, http://localhost/keys, realtime.jwt.issuer-uri, http://localhost",
			"realtime.jwt.secret, 0123456789abcdef0123456789abcdef, realtime.jwt.jwk-set-uri, http://localhost/keys",
			"realtime.jwt.secret, short, realtime.jwt.issuer-uri, http://localhost",
			"realtime.jwt.public-key-location, classpath:x.pem, realtime.jwt.issuer-uri, http://localhost" })
	@DisplayName("A8: contradicting sources of keys stop the start")
	void a8ContradictingKeysStopTheStart(String first, String value, String second, String other) {
		this.contextRunner.withPropertyValues(SECRET, first + "=" + value, second + "=" + other)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(MutuallyExclusiveConfigurationPropertiesException.class,
						(ex) -> assertThat(ex.getConfiguredNames()).containsExactlyInAnyOrder(first, second))
				.hasMessageNotContaining(value));
	}

	@Test
	void keySetsReplaceTheSharedSecret() {
		this.contextRunner
			.withPropertyValues(SECRET, "realtime.jwt.secret=none", "realtime.jwt.jwk-set-uri=http://127.0.0.1:1/keys")
			.run((context) -> assertUnauthorized(authenticate(context, header(TestTokens.valid()))));
	}

	@Test
	void wrongKeyLocationsStopTheStart() {
		this.contextRunner.withPropertyValues("realtime.jwt.public-key-location=classpath:missing.pem")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class));
		this.contextRunner.withPropertyValues("realtime.jwt.jwk-set-uri=file:///etc/passwd")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class));
	}

	@Test
	@DisplayName("A1: a decoder named realtimeJwtDecoder replaces ours; any other decoder is left alone")
	void a1DecoderOfTheApplicationReplacesOurs() {
		this.contextRunner.withUserConfiguration(NamedDecoderConfiguration.class)
			.run((context) -> assertAccepted(authenticate(context, header("opaque"))));
		this.contextRunner.withUserConfiguration(QualifiedDecoderConfiguration.class)
			.run((context) -> assertAccepted(authenticate(context, header("opaque"))));
		this.contextRunner.withUserConfiguration(OtherDecoderConfiguration.class)
			.withPropertyValues(SECRET)
			.run((context) -> {
				assertThat(context).hasSingleBean(JwtDecoder.class);
				assertUnauthorized(authenticate(context, header("opaque")));
				assertAccepted(authenticate(context, header(TestTokens.valid())));
			});
	}

	@Test
	@DisplayName("A1: no JwtDecoder is published")
	void a1NoDecoderIsPublished() {
		this.contextRunner.withPropertyValues(SECRET)
			.run((context) -> assertThat(context).doesNotHaveBean(JwtDecoder.class));
	}

	@Test
	void ownAuthenticatorReplacesOursAndNeedsNoKey() {
		this.contextRunner.withBean(ConnectionAuthenticator.class, () -> (request) -> AuthenticationResult.anonymous())
			.run((context) -> {
				assertThat(context).hasNotFailed().doesNotHaveBean(TokenExtractor.class);
				assertAnonymous(authenticate(context, header("bad")));
			});
	}

	@Test
	void ownExtractorReplacesOurs() {
		this.contextRunner.withPropertyValues(SECRET)
			.withBean(TokenExtractor.class, () -> (request) -> request.header("X-Mine"))
			.run((context) -> {
				assertUnauthorized(authenticate(context, header(TestTokens.valid())));
				assertAccepted(authenticate(context, new TestHandshake().header("X-Mine", TestTokens.valid())));
			});
	}

	@Test
	void withoutJwtSupportTheApplicationMustAuthenticateItself() {
		ApplicationContextRunner without = this.contextRunner
			.withClassLoader(new FilteredClassLoader("org.springframework.security.oauth2", "com.nimbusds"));
		without.withPropertyValues(SECRET)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(MissingAuthenticationException.class)
				.hasMessageContaining("class path"));
		without.withPropertyValues("realtime.public=true")
			.run((context) -> assertAnonymous(authenticate(context, new TestHandshake())));
		without.withBean(ConnectionAuthenticator.class, () -> (request) -> AuthenticationResult.unauthorized())
			.run((context) -> assertUnauthorized(authenticate(context, new TestHandshake())));
	}

	@Test
	void backsOffWhenSwitchedOff() {
		this.contextRunner.withPropertyValues("realtime.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ConnectionAuthenticator.class));
	}

	@Test
	void propertiesNameNoSecret() {
		this.contextRunner.withPropertyValues("realtime.jwt.secret=" + TestTokens.SECRET)
			.run((context) -> assertThat(context.getBean(JwtProperties.class)).asString()
				.doesNotContain(TestTokens.SECRET));
	}

	private static TestHandshake header(String token) {
		return new TestHandshake().header("X-JID", token);
	}

	private static AuthenticationResult authenticate(ApplicationContext context, HandshakeRequest request) {
		return context.getBean(ConnectionAuthenticator.class).authenticate(request);
	}

	private static void assertAccepted(AuthenticationResult result) {
		assertThat(result).isInstanceOfSatisfying(AuthenticationResult.Accepted.class,
				(accepted) -> assertThat(accepted.identity()).isNotNull());
	}

	private static void assertAnonymous(AuthenticationResult result) {
		assertThat(result).isEqualTo(AuthenticationResult.anonymous());
	}

	private static void assertUnauthorized(AuthenticationResult result) {
		assertThat(result).isEqualTo(AuthenticationResult.unauthorized());
	}

	private static Jwt decode(String token) {
		if (!"opaque".equals(token)) {
			throw new BadJwtException("not ours");
		}
		return Jwt.withTokenValue(token).header("alg", "custom").claim("ext", "{\"user_id\":1}").build();
	}

	@Configuration(proxyBeanMethods = false)
	static class NamedDecoderConfiguration {

		@Bean
		JwtDecoder realtimeJwtDecoder() {
			return RealtimeJwtAutoConfigurationTests::decode;
		}

		@Bean
		JwtDecoder jwtDecoder() {
			return (token) -> {
				throw new IllegalStateException("The decoder of the resource server is not ours");
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class QualifiedDecoderConfiguration {

		@Bean(defaultCandidate = false)
		@Qualifier("realtimeJwtDecoder")
		JwtDecoder customDecoder() {
			return RealtimeJwtAutoConfigurationTests::decode;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OtherDecoderConfiguration {

		@Bean
		JwtDecoder jwtDecoder() {
			return RealtimeJwtAutoConfigurationTests::decode;
		}

	}

}
