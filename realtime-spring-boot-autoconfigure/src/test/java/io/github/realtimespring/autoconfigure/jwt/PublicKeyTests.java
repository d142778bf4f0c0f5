/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import com.nimbusds.jose.jwk.RSAKey;
import io.github.realtimespring.auth.AuthenticationResult;
import io.github.realtimespring.auth.ConnectionAuthenticator;
import io.github.realtimespring.autoconfigure.RealtimeSecretsAutoConfiguration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for tokens that are verified with a public key from a file.
 */
class PublicKeyTests {

	private static final String PAYLOAD = "{\"ext\":\"{\\\"user_id\\\":42}\"}";

	private static KeyPair rsa;

	private static KeyPair ec;

	@TempDir
	Path directory;

	@BeforeAll
	static void createKeys() throws Exception {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(2048);
		rsa = generator.generateKeyPair();
		generator = KeyPairGenerator.getInstance("EC");
		generator.initialize(new ECGenParameterSpec("secp256r1"));
		ec = generator.generateKeyPair();
	}

	@Test
	@DisplayName("A1: RS256 and ES256 tokens are verified with the key of a PEM file")
	void a1TokensAreVerifiedWithAKeyFile() {
		assertAccepted(verify(rsa.getPublic(), TestTokens.rs256(rsa.getPrivate(), "any", PAYLOAD)));
		assertAccepted(verify(ec.getPublic(), TestTokens.es256(ec.getPrivate(), "any", PAYLOAD)));
	}

	@Test
	@DisplayName("A1: an HMAC made with the public key as secret is unauthorized")
	void a1ConfusedAlgorithmsAreUnauthorized() {
		for (byte[] secret : List.of(rsa.getPublic().getEncoded(),
				pem(rsa.getPublic()).getBytes(StandardCharsets.UTF_8),
				pem(rsa.getPublic()).strip().getBytes(StandardCharsets.UTF_8))) {
			for (String algorithm : List.of("HS256", "HS384", "HS512")) {
				for (String claimed : List.of(algorithm, "RS256", "none")) {
					String token = TestTokens.hmac(algorithm, secret, "{\"alg\":\"" + claimed + "\"}",
							PAYLOAD.getBytes(StandardCharsets.UTF_8));
					assertUnauthorized(verify(rsa.getPublic(), token));
				}
			}
		}
	}

	@Test
	@DisplayName("A1: wrong keys, wrong algorithms and unsigned tokens are unauthorized")
	void a1WrongKeysAreUnauthorized() throws Exception {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(2048);
		KeyPair other = generator.generateKeyPair();
		assertUnauthorized(verify(rsa.getPublic(), TestTokens.rs256(other.getPrivate(), "any", PAYLOAD)));
		assertUnauthorized(verify(rsa.getPublic(), TestTokens.es256(ec.getPrivate(), "any", PAYLOAD)));
		assertUnauthorized(verify(ec.getPublic(), TestTokens.rs256(rsa.getPrivate(), "any", PAYLOAD)));
		assertUnauthorized(verify(rsa.getPublic(), TestTokens.unsigned("{\"alg\":\"none\"}", PAYLOAD) + "."));
		assertUnauthorized(verify(rsa.getPublic(),
				TestTokens.sign("SHA512withRSA", rsa.getPrivate(), "{\"alg\":\"RS512\"}", PAYLOAD)));
		// CVE-2022-21449: a signature of zeros
		assertUnauthorized(verify(ec.getPublic(),
				TestTokens.unsigned("{\"alg\":\"ES256\"}", PAYLOAD) + "." + TestTokens.encode(new byte[64])));
	}

	@Test
	@DisplayName("A1: a key in the header of the token is not used")
	void a1KeysInTheTokenAreNotUsed() throws Exception {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(2048);
		KeyPair other = generator.generateKeyPair();
		String jwk = new RSAKey.Builder((RSAPublicKey) other.getPublic()).build().toJSONString();
		String token = TestTokens.sign("SHA256withRSA", other.getPrivate(), "{\"alg\":\"RS256\",\"jwk\":" + jwk + "}",
				PAYLOAD);
		assertUnauthorized(verify(rsa.getPublic(), token));
	}

	@Test
	void otherAlgorithmsCanBeAllowed() {
		String token = TestTokens.sign("SHA512withRSA", rsa.getPrivate(), "{\"alg\":\"RS512\"}", PAYLOAD);
		assertAccepted(verify(rsa.getPublic(), "RS512", token));
	}

	@Test
	void onlyAlgorithmsOfPublicKeysCanBeAllowed() {
		for (String algorithm : List.of("HS256", "none", "dir", "EdDSA", "nonsense")) {
			context(rsa.getPublic(), algorithm).run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining("realtime.jwt.algorithms"));
		}
	}

	@Test
	void unusableKeyFilesAreExplained() throws Exception {
		assertInvalid(new FileSystemResource("/does/not/exist.pem"), "cannot be read");
		assertInvalid(resource(""), "BEGIN PUBLIC KEY");
		assertInvalid(resource("-----END PUBLIC KEY----- -----BEGIN PUBLIC KEY-----"), "BEGIN PUBLIC KEY");
		assertInvalid(resource("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"),
				"neither an RSA nor an EC");
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(1024);
		assertInvalid(resource(pem(generator.generateKeyPair().getPublic())), "at least 2048 bits");
	}

	@Test
	void privateKeyInsteadOfAPublicOneIsNotRepeated() {
		String body = Base64.getEncoder().encodeToString(rsa.getPrivate().getEncoded());
		String pem = "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----";
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> PemPublicKey.read(resource(pem)))
			.satisfies((ex) -> assertThat(ex.getMessage() + ex.getValue() + ex.getReason())
				.doesNotContain(body.substring(0, 20)));
	}

	private static void assertInvalid(Resource resource, String reason) {
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> PemPublicKey.read(resource))
			.satisfies((ex) -> assertThat(ex.getName()).isEqualTo("realtime.jwt.public-key-location"))
			.satisfies((ex) -> assertThat(ex.getReason()).contains(reason));
	}

	private AuthenticationResult verify(PublicKey key, String token) {
		return verify(key, "RS256,ES256", token);
	}

	private AuthenticationResult verify(PublicKey key, String algorithms, String token) {
		AtomicReference<AuthenticationResult> result = new AtomicReference<>();
		context(key, algorithms).run((context) -> result.set(context.getBean(ConnectionAuthenticator.class)
			.authenticate(new TestHandshake().header("X-JID", token))));
		return result.get();
	}

	private ApplicationContextRunner context(PublicKey key, String algorithms) {
		try {
			Path file = Files.writeString(this.directory.resolve("key.pem"), pem(key));
			return new ApplicationContextRunner()
				.withConfiguration(AutoConfigurations.of(RealtimeSecretsAutoConfiguration.class,
						RealtimeJwtAutoConfiguration.class))
				.withPropertyValues("realtime.jwt.public-key-location=" + file.toUri(),
						"realtime.jwt.algorithms=" + algorithms);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Resource resource(String text) {
		return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
	}

	private static String pem(PublicKey key) {
		return "-----BEGIN PUBLIC KEY-----\n"
				+ Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(key.getEncoded())
				+ "\n-----END PUBLIC KEY-----\n";
	}

	private static void assertAccepted(AuthenticationResult result) {
		assertThat(result).isInstanceOf(AuthenticationResult.Accepted.class);
	}

	private static void assertUnauthorized(AuthenticationResult result) {
		assertThat(result).isEqualTo(AuthenticationResult.unauthorized());
	}

}
