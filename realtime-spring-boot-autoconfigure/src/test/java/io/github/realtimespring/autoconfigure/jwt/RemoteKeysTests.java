/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import io.github.realtimespring.auth.AuthenticationResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RemoteKeys} with a real issuer.
 */
@ExtendWith(OutputCaptureExtension.class)
class RemoteKeysTests {

	private static final String EXT = "\"ext\":\"{\\\"user_id\\\":42}\"";

	private static KeyPair rsa;

	private static KeyPair ec;

	private final KeyServer server = new KeyServer();

	@BeforeAll
	static void createKeys() throws Exception {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(2048);
		rsa = generator.generateKeyPair();
		generator = KeyPairGenerator.getInstance("EC");
		generator.initialize(new ECGenParameterSpec("secp256r1"));
		ec = generator.generateKeyPair();
	}

	@AfterEach
	void stopServer() {
		this.server.close();
	}

	@Test
	@DisplayName("A1: tokens are verified with a key set that is fetched once")
	void a1TokensAreVerifiedWithAKeySet() {
		this.server.serve("/keys", keys(rsaKey("r"), ecKey("e")));
		TokenVerifier verifier = verifier(RemoteKeys.jwkSet(this.server.url("/keys")), null);
		assertThat(this.server.requests()).isEmpty();
		for (int i = 0; i < 5; i++) {
			assertAccepted(verifier.verify(TestTokens.rs256(rsa.getPrivate(), "r", "{" + EXT + "}")));
			assertAccepted(verifier.verify(TestTokens.es256(ec.getPrivate(), "e", "{" + EXT + "}")));
		}
		assertThat(this.server.requests()).containsExactly("/keys");
	}

	@Test
	@DisplayName("A1: nothing in a token leads to another address")
	void a1TokensLeadToNoOtherAddress() {
		this.server.serve("/keys", keys(rsaKey("r")));
		try (KeyServer evil = new KeyServer()) {
			evil.serve("/keys", keys(ecKey("e")));
			TokenVerifier verifier = verifier(RemoteKeys.jwkSet(this.server.url("/keys")), null);
			for (String hint : List.of("jku", "x5u", "kid", "iss")) {
				String header = "{\"alg\":\"ES256\",\"" + hint + "\":\"" + evil.url("/keys") + "\"}";
				String token = TestTokens.sign("SHA256withECDSA", ec.getPrivate(), header,
						"{" + EXT + ",\"iss\":\"" + evil.url("") + "\"}");
				assertThat(verifier.verify(token)).isNotInstanceOf(AuthenticationResult.Accepted.class);
			}
			assertThat(evil.requests()).isEmpty();
			assertThat(this.server.requests()).isNotEmpty().containsOnly("/keys");
		}
	}

	@Test
	@DisplayName("A1: no key is fetched for a token whose algorithm is not accepted")
	void a1NothingIsFetchedForOtherAlgorithms() {
		this.server.serve("/keys", keys(rsaKey("r")));
		TokenVerifier verifier = verifier(RemoteKeys.jwkSet(this.server.url("/keys")), null);
		for (String token : List.of("x.y.z", TestTokens.valid(), TestTokens.unsigned("{\"alg\":\"none\"}", "{}") + ".",
				TestTokens.sign("SHA512withRSA", rsa.getPrivate(), "{\"alg\":\"RS512\",\"kid\":\"r\"}", "{}"))) {
			assertThat(verifier.verify(token)).isEqualTo(AuthenticationResult.unauthorized());
		}
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	@DisplayName("A1: an HMAC made with the public key and a secret in the key set are unauthorized")
	void a1SecretsInTheKeySetAreNotUsed() {
		this.server.serve("/keys", "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"s\",\"k\":\""
				+ TestTokens.encode(TestTokens.SECRET.getBytes(StandardCharsets.UTF_8)) + "\"}]}");
		TokenVerifier verifier = verifier(RemoteKeys.jwkSet(this.server.url("/keys")), null);
		String token = TestTokens.hmac("HS256", TestTokens.SECRET, "{\"alg\":\"HS256\",\"kid\":\"s\"}",
				"{" + EXT + "}");
		assertThat(verifier.verify(token)).isEqualTo(AuthenticationResult.unauthorized());
	}

	@Test
	void newKeysOfTheIssuerAreFoundAtTheirFirstUse() {
		this.server.serve("/keys", keys(rsaKey("old")));
		TokenVerifier verifier = verifier(RemoteKeys.jwkSet(this.server.url("/keys")), null);
		assertAccepted(verifier.verify(TestTokens.rs256(rsa.getPrivate(), "old", "{" + EXT + "}")));
		this.server.serve("/keys", keys(ecKey("new")));
		assertAccepted(verifier.verify(TestTokens.es256(ec.getPrivate(), "new", "{" + EXT + "}")));
	}

	@Test
	void unknownKeysDoNotMakeForAFetchEach() {
		this.server.serve("/keys", keys(rsaKey("r")));
		TokenVerifier verifier = verifier(RemoteKeys.jwkSet(this.server.url("/keys")), null);
		for (int i = 0; i < 50; i++) {
			AuthenticationResult result = verifier
				.verify(TestTokens.rs256(rsa.getPrivate(), "unknown" + i, "{" + EXT + "}"));
			assertThat(result).isNotInstanceOf(AuthenticationResult.Accepted.class);
		}
		assertThat(this.server.requests()).hasSizeLessThanOrEqualTo(3);
		assertAccepted(verifier.verify(TestTokens.rs256(rsa.getPrivate(), "r", "{" + EXT + "}")));
	}

	@Test
	@DisplayName("A1: while keys cannot be fetched the answer is unavailable, and the log says why")
	void a1OutageIsUnavailable(CapturedOutput output) {
		TokenVerifier verifier = verifier(RemoteKeys.jwkSet(this.server.url("/keys?token=hidden")), null);
		String token = TestTokens.rs256(rsa.getPrivate(), "r", "{" + EXT + "}");
		for (int i = 0; i < 20; i++) {
			assertThat(verifier.verify(token)).isInstanceOfSatisfying(AuthenticationResult.Unavailable.class,
					(unavailable) -> assertThat(unavailable.retryAfter()).isPositive());
		}
		assertThat(this.server.requests()).hasSizeLessThanOrEqualTo(3);
		assertThat(output).contains("their keys are not available").doesNotContain("hidden", token);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "not json", "{\"keys\":42}", "<html></html>" })
	void garbageInsteadOfKeysIsUnavailable(String document) {
		this.server.serve("/keys", document);
		TokenVerifier verifier = verifier(RemoteKeys.jwkSet(this.server.url("/keys")), null);
		assertThat(verifier.verify(TestTokens.rs256(rsa.getPrivate(), "r", "{" + EXT + "}")))
			.isInstanceOf(AuthenticationResult.Unavailable.class);
	}

	@Test
	void silentIssuerHoldsNobodyForLong() {
		this.server.fallSilent();
		TokenVerifier verifier = verifier(RemoteKeys.jwkSet(this.server.url("/keys")), null);
		String token = TestTokens.rs256(rsa.getPrivate(), "r", "{" + EXT + "}");
		List<CompletableFuture<AuthenticationResult>> results = List.of(
				CompletableFuture.supplyAsync(() -> verifier.verify(token)),
				CompletableFuture.supplyAsync(() -> verifier.verify(token)));
		for (CompletableFuture<AuthenticationResult> result : results) {
			assertThat(result).succeedsWithin(Duration.ofSeconds(10))
				.isInstanceOf(AuthenticationResult.Unavailable.class);
		}
	}

	@Test
	@DisplayName("A1: keys are found through the issuer's discovery document, and tokens must name the issuer")
	void a1IssuerIsDiscoveredAndPinned() {
		String issuer = this.server.url("/realms/a");
		this.server.serve("/realms/a/.well-known/openid-configuration", discovery(issuer));
		this.server.serve("/keys", keys(rsaKey("r")));
		TokenVerifier verifier = verifier(RemoteKeys.issuer(issuer), issuer);
		assertAccepted(verifier.verify(token(issuer)));
		for (String other : List.of(issuer + "/", this.server.url("/realms/b"), "")) {
			assertThat(verifier.verify(token(other))).isEqualTo(AuthenticationResult.unauthorized());
		}
		assertThat(verifier.verify(TestTokens.rs256(rsa.getPrivate(), "r", "{" + EXT + "}")))
			.isEqualTo(AuthenticationResult.unauthorized());
		assertThat(this.server.requests()).containsExactly("/realms/a/.well-known/openid-configuration", "/keys");
	}

	@Test
	void issuerMayUseTheDiscoveryOfOAuth() {
		String issuer = this.server.url("/realms/a");
		this.server.serve("/.well-known/oauth-authorization-server/realms/a", discovery(issuer));
		this.server.serve("/keys", keys(rsaKey("r")));
		assertAccepted(verifier(RemoteKeys.issuer(issuer), issuer).verify(token(issuer)));
	}

	@Test
	void issuerAtTheRootIsDiscovered() {
		for (String issuer : List.of(this.server.url(""), this.server.url("/"))) {
			this.server.serve("/.well-known/openid-configuration", discovery(issuer));
			this.server.serve("/keys", keys(rsaKey("r")));
			assertAccepted(verifier(RemoteKeys.issuer(issuer), issuer).verify(token(issuer)));
		}
	}

	@Test
	@DisplayName("A1: a discovery document of another issuer or with a strange address is not followed")
	void a1StrangeDiscoveryIsNotFollowed() {
		String issuer = this.server.url("/a");
		String token = token(issuer);
		for (String document : List.of(discovery(this.server.url("/b")), "{}", "[]", "{\"issuer\":\"" + issuer + "\"}",
				"{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"file:///etc/passwd\"}",
				"{\"issuer\":\"" + issuer + "\",\"jwks_uri\":42}")) {
			this.server.serve("/a/.well-known/openid-configuration", document);
			assertThat(verifier(RemoteKeys.issuer(issuer), issuer).verify(token))
				.isInstanceOf(AuthenticationResult.Unavailable.class);
		}
		assertThat(this.server.requests()).doesNotContain("/keys");
	}

	@Test
	void audienceIsCheckedWhereOneIsConfigured() {
		this.server.serve("/keys", keys(rsaKey("r")));
		JWKSource<SecurityContext> keys = RemoteKeys.jwkSet(this.server.url("/keys"));
		TokenVerifier verifier = new JwsTokenVerifier(signatures(keys),
				new ClaimsCheck(Clock.systemUTC(), Duration.ZERO, null, List.of("cable", "chat")),
				new IdentityMapper(null, true));
		for (String fine : List.of("\"cable\"", "[\"x\",\"chat\"]")) {
			assertAccepted(
					verifier.verify(TestTokens.rs256(rsa.getPrivate(), "r", "{" + EXT + ",\"aud\":" + fine + "}")));
		}
		for (String wrong : List.of("\"x\"", "[]", "null", "42", "\"cablechat\"", "[[\"cable\"]]")) {
			assertThat(verifier.verify(TestTokens.rs256(rsa.getPrivate(), "r", "{" + EXT + ",\"aud\":" + wrong + "}")))
				.isEqualTo(AuthenticationResult.unauthorized());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "keys", "/keys", "file:///etc/passwd", "ftp://x/y", "jar:http://x!/", "http:// x", "://" })
	void addressesMustBeHttp(String uri) {
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> RemoteKeys.jwkSet(uri))
			.satisfies((ex) -> assertThat(ex.getName()).isEqualTo("realtime.jwt.jwk-set-uri"));
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> RemoteKeys.issuer(uri))
			.satisfies((ex) -> assertThat(ex.getName()).isEqualTo("realtime.jwt.issuer-uri"));
	}

	private String discovery(String issuer) {
		return "{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"" + this.server.url("/keys") + "\"}";
	}

	private static String token(String issuer) {
		return TestTokens.rs256(rsa.getPrivate(), "r", "{" + EXT + ",\"iss\":\"" + issuer + "\"}");
	}

	private static TokenVerifier verifier(JWKSource<SecurityContext> keys, @Nullable String issuer) {
		return new JwsTokenVerifier(signatures(keys),
				new ClaimsCheck(Clock.systemUTC(), Duration.ZERO, issuer, List.of()), new IdentityMapper(null, true));
	}

	private static SignatureCheck signatures(JWKSource<SecurityContext> keys) {
		Set<JWSAlgorithm> algorithms = new LinkedHashSet<>(List.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256));
		return new PublicKeySignatureCheck(algorithms, new JWSVerificationKeySelector<>(algorithms, keys));
	}

	private static JWK rsaKey(String kid) {
		return new RSAKey.Builder((RSAPublicKey) rsa.getPublic()).keyID(kid).build();
	}

	private static JWK ecKey(String kid) {
		return new ECKey.Builder(Curve.P_256, (ECPublicKey) ec.getPublic()).keyID(kid).build();
	}

	private static String keys(JWK... keys) {
		return new JWKSet(List.of(keys)).toString();
	}

	private static void assertAccepted(AuthenticationResult result) {
		assertThat(result).isInstanceOf(AuthenticationResult.Accepted.class);
	}

}
