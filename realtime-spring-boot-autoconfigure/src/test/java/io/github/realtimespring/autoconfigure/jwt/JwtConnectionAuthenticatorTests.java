/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.github.realtimespring.auth.AuthenticationResult;
import io.github.realtimespring.auth.Identity;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JwtConnectionAuthenticator} with shared secrets.
 */
class JwtConnectionAuthenticatorTests {

	private static final String EXT = "\"ext\":\"{\\\"user_id\\\":42}\"";

	private static final String PAYLOAD = "{" + EXT + "}";

	private static final Instant NOW = Instant.parse("2026-11-20T12:00:00.250Z");

	private static final AuthenticationResult UNAUTHORIZED = AuthenticationResult.unauthorized();

	private static final AuthenticationResult EXPIRED = AuthenticationResult.tokenExpired();

	@Test
	@DisplayName("A1 A2: the vector is accepted, its ext becomes the identifiers and names the user")
	void a2VectorIsAccepted() {
		Identity identity = identity(TestTokens.vector("valid"));
		assertThat(identity.identifiers()).isEqualTo("{\"user_id\": 42}");
		assertThat(identity.view()).containsEntry("user_id", 42L);
		assertThat(identity.principal()).isEqualTo("42");
		assertThat(identity.expiresAt()).isEqualTo(Instant.ofEpochSecond(4102444800L));
		assertThat(identity.tokenId()).isNull();
	}

	@Test
	@DisplayName("A3: the vector that ran out is told token_expired")
	void a3VectorThatRanOutIsToldSo() {
		assertThat(authenticate(TestTokens.vector("expired"))).isEqualTo(EXPIRED);
	}

	@ParameterizedTest
	@CsvSource({ "1763640000, EXPIRED", "1795176000, EXPIRED", "1795176000.25, EXPIRED", "1795176000.249999, EXPIRED",
			"1795176000.250001, ACCEPTED", "1795176001, ACCEPTED", "1795175999, EXPIRED", "-1, EXPIRED",
			"-1e999, EXPIRED", "1e-999, EXPIRED", "1, EXPIRED", "0, ACCEPTED", "0.0, ACCEPTED", "-0, ACCEPTED",
			"0e10, ACCEPTED", "1e10, ACCEPTED", "1e999999999, ACCEPTED", "99999999999999999999999999999999, ACCEPTED",
			"9223372036854775807, ACCEPTED", "1.7951760015E9, ACCEPTED", "\"4102444800\", UNAUTHORIZED",
			"null, UNAUTHORIZED", "true, UNAUTHORIZED", "[4102444800], UNAUTHORIZED", "{}, UNAUTHORIZED",
			"NaN, UNAUTHORIZED", "1e99999999999999999999, UNAUTHORIZED", "0x7fffffff, UNAUTHORIZED" })
	@DisplayName("A3: expiry has no leeway, counts fractions and must be a number")
	void a3ExpiryIsExact(String exp, Outcome outcome) {
		assertThat(NOW.getEpochSecond()).isEqualTo(1795176000L);
		assertThat(Outcome.of(authenticate(TestTokens.hs256("{" + EXT + ",\"exp\":" + exp + "}")))).isEqualTo(outcome);
	}

	@ParameterizedTest
	@CsvSource({ "1795176000.25, ACCEPTED", "1795176000.250001, UNAUTHORIZED", "1795176001, UNAUTHORIZED",
			"1795176000, ACCEPTED", "0, ACCEPTED", "-1, ACCEPTED", "1e999, UNAUTHORIZED", "\"0\", UNAUTHORIZED",
			"null, UNAUTHORIZED", "[], UNAUTHORIZED" })
	@DisplayName("A3: a token that is not valid yet is refused, without leeway")
	void a3NotBeforeIsExact(String nbf, Outcome outcome) {
		assertThat(Outcome.of(authenticate(TestTokens.hs256("{" + EXT + ",\"nbf\":" + nbf + "}")))).isEqualTo(outcome);
	}

	@Test
	@DisplayName("A3: expired and not valid yet is expired; expired and wrongly signed is unauthorized")
	void a3OrderOfTheChecks() {
		assertThat(authenticate(TestTokens.hs256("{" + EXT + ",\"exp\":1,\"nbf\":4102444800}"))).isEqualTo(EXPIRED);
		assertThat(authenticate(TestTokens.hs256("{\"exp\":1}"))).isEqualTo(EXPIRED);
		assertThat(
				authenticate(TestTokens.hmac("HS256", "another secret of 32 bytes......", "{" + EXT + ",\"exp\":1}")))
			.isEqualTo(UNAUTHORIZED);
	}

	@Test
	@DisplayName("A3: clock skew is granted where it is configured")
	void a3ClockSkewIsConfigurable() {
		ClaimsCheck checks = new ClaimsCheck(clock(), Duration.ofSeconds(30), null, List.of());
		JwsTokenVerifier verifier = verifier(checks, TestTokens.SECRET);
		assertThat(verifier.verify(TestTokens.hs256("{" + EXT + ",\"exp\":1795175971}"))).isNotEqualTo(EXPIRED);
		assertThat(verifier.verify(TestTokens.hs256("{" + EXT + ",\"exp\":1795175970}"))).isEqualTo(EXPIRED);
		assertThat(verifier.verify(TestTokens.hs256("{" + EXT + ",\"nbf\":1795176030}"))).isNotEqualTo(UNAUTHORIZED);
		assertThat(verifier.verify(TestTokens.hs256("{" + EXT + ",\"nbf\":1795176031}"))).isEqualTo(UNAUTHORIZED);
	}

	@Test
	void expiryOfTheIdentityIsTheOneOfTheToken() {
		assertThat(identity(TestTokens.hs256("{" + EXT + ",\"exp\":1795176000.75}")).expiresAt())
			.isEqualTo(Instant.parse("2026-11-20T12:00:00.750Z"));
		for (String never : List.of("0", "1e999999999", "253402300800", "9223372036854775807")) {
			assertThat(identity(TestTokens.hs256("{" + EXT + ",\"exp\":" + never + "}")).expiresAt()).isNull();
		}
		assertThat(identity(TestTokens.hs256("{" + EXT + ",\"exp\":253402300799}")).expiresAt())
			.isEqualTo("9999-12-31T23:59:59Z");
	}

	@Test
	@DisplayName("A2: iat, iss, aud and typ do not matter for shared secrets")
	void a2OtherClaimsDoNotMatter() {
		assertAccepted(TestTokens.hs256("{" + EXT + ",\"iat\":4102444800,\"iss\":42,\"aud\":[\"x\"],\"sub\":null}"));
		for (String type : List.of("at+jwt", "JWS", "application/at+jwt", "jwt", "")) {
			assertAccepted(TestTokens.hmac("HS256", TestTokens.SECRET, "{\"alg\":\"HS256\",\"typ\":\"" + type + "\"}",
					PAYLOAD));
		}
		assertAccepted(TestTokens.hmac("HS256", TestTokens.SECRET, "{\"alg\":\"HS256\"}", PAYLOAD));
	}

	@Test
	@DisplayName("A2: ext may be any string, also an empty one or one that is no JSON")
	void a2ExtIsAnyString() {
		assertThat(identity(TestTokens.hs256("{\"ext\":\"\"}")).identifiers()).isEmpty();
		assertThat(identity(TestTokens.hs256("{\"ext\":\"user 42\"}")).identifiers()).isEqualTo("user 42");
		assertThat(identity(TestTokens.hs256("{\"ext\":\"{\\\"b\\\": 1,\\\"a\\\":2.50}\"}")).identifiers())
			.isEqualTo("{\"b\": 1,\"a\":2.50}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"user_id":42}                          | {"user_id":42}
			{ "z" : 1 , "a" : [ 1, 2.50, 1E3 ] }    | {"z":1,"a":[1,2.50,1E3]}
			{"big":12345678901234567890123,"f":-0.0}| {"big":12345678901234567890123,"f":-0.0}
			{"s":"a b\\u00e9\\/ \\" : , ","e":"é"}  | {"s":"a b\\u00e9\\/ \\" : , ","e":"é"}
			{"o":{ },"l":[ ],"n":null, "t":true}    | {"o":{},"l":[],"n":null,"t":true}
			{}                                      | {}
			""")
	@DisplayName("A2: an object as ext is kept as compact JSON, in the order and spelling of the token")
	void a2ExtObjectIsKeptAsCompactJson(String ext, String identifiers) {
		assertThat(identity(TestTokens.hs256("{\"exp\":4102444800, \"ext\" : " + ext + " ,\"x\":{\"ext\":1}}"))
			.identifiers()).isEqualTo(identifiers);
		assertThat(identity(TestTokens.hs256("{\"ext\":\n\t" + ext + "\r\n}")).identifiers()).isEqualTo(identifiers);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"ext\":null}", "{\"ext\":42}", "{\"ext\":[\"{}\"]}", "{\"ext\":true}",
			"{\"Ext\":\"{}\"}", "{\"data\":{\"ext\":\"{}\"}}" })
	@DisplayName("A2: a token without a usable ext is unauthorized")
	void a2MissingExtIsUnauthorized(String payload) {
		assertThat(authenticate(TestTokens.hs256(payload))).isEqualTo(UNAUTHORIZED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "null", "42", "\"x\"", "{", "{\"ext\":\"{}\"", "{\"ext\":\"{}\"}x",
			"{\"ext\":\"{}\"}{}", "{ext:\"{}\"}", "\ufeff{\"ext\":\"{}\"}", "{\"ext\":\"a\",\"ext\":\"b\"}",
			"{\"ext\":\"{}\",\"exp\":4102444800,\"exp\":4102444801}", "{\"ext\":{\"user_id\":1,\"user_id\":2}}",
			"{\"ext\":\"{}\",\"x\":{\"a\":1,\"a\":1}}" })
	@DisplayName("A1: a payload that is no clean JSON object is unauthorized, duplicate claims included")
	void a1MalformedPayloadIsUnauthorized(String payload) {
		assertThat(authenticate(TestTokens.hs256(payload))).isEqualTo(UNAUTHORIZED);
	}

	@Test
	@DisplayName("A1: a payload in another encoding than UTF-8 or nested too deeply is unauthorized")
	void a1PayloadInAnotherEncodingIsUnauthorized() {
		byte[] key = TestTokens.SECRET.getBytes(StandardCharsets.UTF_8);
		String header = "{\"alg\":\"HS256\"}";
		assertThat(authenticate(TestTokens.hmac("HS256", key, header, PAYLOAD.getBytes(StandardCharsets.UTF_16BE))))
			.isEqualTo(UNAUTHORIZED);
		assertThat(authenticate(
				TestTokens.hmac("HS256", key, header, "{\"ext\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1))))
			.isEqualTo(UNAUTHORIZED);
		assertThat(authenticate(TestTokens.hs256("{\"ext\":\"{}\",\"x\":" + "[".repeat(2500) + "]".repeat(2500) + "}")))
			.isEqualTo(UNAUTHORIZED);
		assertThat(authenticate(TestTokens.hmac("HS256", TestTokens.SECRET,
				"{\"alg\":\"HS256\",\"x\":" + "[".repeat(2500) + "]".repeat(2500) + "}", PAYLOAD)))
			.isEqualTo(UNAUTHORIZED);
	}

	@Test
	@DisplayName("A1: unsigned tokens are unauthorized, however they spell it")
	void a1UnsignedTokensAreUnauthorized() {
		for (String none : List.of("none", "None", "NONE", "nOnE", "")) {
			String token = TestTokens.unsigned("{\"alg\":\"" + none + "\",\"typ\":\"JWT\"}", PAYLOAD);
			assertThat(authenticate(token + ".")).isEqualTo(UNAUTHORIZED);
			assertThat(authenticate(token)).isEqualTo(UNAUTHORIZED);
			assertThat(authenticate(token + ".AAAA")).isEqualTo(UNAUTHORIZED);
			assertThat(authenticate(TestTokens.hmac("HS256", TestTokens.SECRET, "{\"alg\":\"" + none + "\"}", PAYLOAD)))
				.isEqualTo(UNAUTHORIZED);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "RS256", "RS384", "RS512", "ES256", "PS256", "EdDSA", "dir", "HS1", "HS224", "hs256",
			"HS2560", "A128KW", "__proto__" })
	@DisplayName("A1: another algorithm in the header is unauthorized, also over a right HMAC")
	void a1OtherAlgorithmsAreUnauthorized(String algorithm) {
		assertThat(
				authenticate(TestTokens.hmac("HS256", TestTokens.SECRET, "{\"alg\":\"" + algorithm + "\"}", PAYLOAD)))
			.isEqualTo(UNAUTHORIZED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "null", "{\"alg\":null}", "{\"alg\":256}", "{\"alg\":[\"HS256\"]}",
			"{\"typ\":\"JWT\"}", "{\"alg\":\"HS256\",\"alg\":\"none\"}", "{\"alg\":\"HS256\",\"crit\":[\"x\"],\"x\":1}",
			"{\"alg\":\"HS256\",\"crit\":[\"b64\"],\"b64\":false}", "{\"alg\":\"HS256\",\"crit\":\"x\"}",
			"{\"alg\":\"HS256\",\"zip\":\"DEF\",\"enc\":\"A128GCM\"",
			"{\"alg\":\"HS256\",\"jwk\":{\"kty\":\"oct\",\"k\":\"AAAA\"}}", "{alg:HS256}", "" })
	@DisplayName("A1: a header that is malformed or asks for something unknown is unauthorized")
	void a1StrangeHeadersAreUnauthorized(String header) {
		assertThat(authenticate(TestTokens.hmac("HS256", TestTokens.SECRET, header, PAYLOAD))).isEqualTo(UNAUTHORIZED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "jku", "x5u", "kid" })
	@DisplayName("A1: key hints in the header lead nowhere")
	void a1KeyHintsAreIgnored(String hint) {
		String header = "{\"alg\":\"HS256\",\"" + hint + "\":\"http://127.0.0.1:1/../../etc/passwd\"}";
		assertAccepted(TestTokens.hmac("HS256", TestTokens.SECRET, header, PAYLOAD));
		assertThat(authenticate(TestTokens.hmac("HS256", "x".repeat(32), header, PAYLOAD))).isEqualTo(UNAUTHORIZED);
	}

	@Test
	@DisplayName("A1: every change of a single character is unauthorized")
	void a1EveryChangeIsUnauthorized() {
		String token = TestTokens.hs256("{" + EXT + ",\"exp\":4102444800}");
		int lastOfSignature = token.length() - 1;
		for (int i = 0; i < token.length(); i++) {
			for (char c : "A_.-+/= \n\u0000é".toCharArray()) {
				// the last character holds two bits that belong to no byte
				if (token.charAt(i) != c && (i != lastOfSignature || !Character.isLetterOrDigit(c) || c == 'é')) {
					String changed = token.substring(0, i) + c + token.substring(i + 1);
					assertThat(authenticate(changed)).as(changed).isEqualTo(UNAUTHORIZED);
				}
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { ".", "..", "...", "a.b.c", "a.b", "....", "null", "undefined", "Bearer x", "e30.e30.e30",
			"eyJhbGciOiJIUzI1NiJ9..", "%00", "{}", "ImNoYXQvMSI=--00" })
	@DisplayName("A1: garbage is unauthorized")
	void a1GarbageIsUnauthorized(String token) {
		assertThat(authenticate(token)).isEqualTo(UNAUTHORIZED);
	}

	@Test
	@DisplayName("A1: padding, white space, a further part and a nested token are unauthorized")
	void a1OtherSerialisationsAreUnauthorized() {
		String token = TestTokens.valid();
		assertAccepted(token);
		for (String wrong : List.of(token + "=", token + ".", token + ".x", " " + token, token + "\n", "." + token,
				token.replace(".", "=."), "Bearer " + token)) {
			assertThat(authenticate(wrong)).as(wrong).isEqualTo(UNAUTHORIZED);
		}
		assertThat(
				authenticate(TestTokens.hmac("HS256", TestTokens.SECRET, "{\"alg\":\"HS256\",\"cty\":\"JWT\"}", token)))
			.isEqualTo(UNAUTHORIZED);
	}

	@Test
	@DisplayName("A1: tokens above 8 KB are refused before they are parsed")
	void a1LongTokensAreRefusedBeforeTheyAreParsed() {
		String fits = TestTokens.hs256("{" + EXT + ",\"x\":\"" + "x".repeat(6000) + "\"}");
		assertThat(fits).hasSizeLessThan(JwtConnectionAuthenticator.MAX_TOKEN_LENGTH);
		assertAccepted(fits);
		JwtConnectionAuthenticator authenticator = new JwtConnectionAuthenticator((request) -> request.header("X-JID"),
				(token) -> AuthenticationResult.anonymous(), true);
		String longest = "x".repeat(8192);
		assertThat(authenticator.authenticate(new TestHandshake().header("X-JID", longest))).isNotEqualTo(UNAUTHORIZED);
		assertThat(authenticator.authenticate(new TestHandshake().header("X-JID", longest + "x")))
			.isEqualTo(UNAUTHORIZED);
	}

	@ParameterizedTest
	@CsvSource({ "HS256, 32, ACCEPTED", "HS384, 32, UNAUTHORIZED", "HS512, 32, UNAUTHORIZED", "HS384, 47, UNAUTHORIZED",
			"HS384, 48, ACCEPTED", "HS512, 48, UNAUTHORIZED", "HS512, 63, UNAUTHORIZED", "HS512, 64, ACCEPTED" })
	@DisplayName("A7: HS384 and HS512 are accepted if the secret is long enough for them")
	void a7StrongerAlgorithmsNeedLongerSecrets(String algorithm, int length, Outcome outcome) {
		String secret = TestTokens.LONG_SECRET.substring(0, length);
		String token = TestTokens.hmac(algorithm, secret, PAYLOAD);
		assertThat(Outcome.of(verifier(secret).verify(token))).isEqualTo(outcome);
		assertThat(Outcome.of(verifier(secret).verify(TestTokens.hmac("HS256", secret, PAYLOAD))))
			.isEqualTo(Outcome.ACCEPTED);
	}

	@Test
	void weakerAlgorithmsAreRefusedWhereAStrongerOneIsDemanded() {
		SignatureCheck signatures = new SecretSignatureCheck(List.of(TestTokens.LONG_SECRET), HmacAlgorithm.HS384);
		JwsTokenVerifier verifier = new JwsTokenVerifier(signatures, checks(), new IdentityMapper(null, true));
		assertThat(verifier.verify(TestTokens.hmac("HS256", TestTokens.LONG_SECRET, PAYLOAD))).isEqualTo(UNAUTHORIZED);
		assertThat(Outcome.of(verifier.verify(TestTokens.hmac("HS384", TestTokens.LONG_SECRET, PAYLOAD))))
			.isEqualTo(Outcome.ACCEPTED);
		assertThat(Outcome.of(verifier.verify(TestTokens.hmac("HS512", TestTokens.LONG_SECRET, PAYLOAD))))
			.isEqualTo(Outcome.ACCEPTED);
	}

	@Test
	@DisplayName("A8: while secrets are rotated, tokens of both are accepted")
	void a8BothSecretsAreAccepted() {
		String previous = "the secret that was used before.";
		JwsTokenVerifier verifier = verifier(checks(), TestTokens.LONG_SECRET, previous);
		assertThat(Outcome.of(verifier.verify(TestTokens.hmac("HS256", TestTokens.LONG_SECRET, PAYLOAD))))
			.isEqualTo(Outcome.ACCEPTED);
		assertThat(Outcome.of(verifier.verify(TestTokens.hmac("HS512", TestTokens.LONG_SECRET, PAYLOAD))))
			.isEqualTo(Outcome.ACCEPTED);
		assertThat(Outcome.of(verifier.verify(TestTokens.hmac("HS256", previous, PAYLOAD))))
			.isEqualTo(Outcome.ACCEPTED);
		assertThat(verifier.verify(TestTokens.hmac("HS512", previous, PAYLOAD))).isEqualTo(UNAUTHORIZED);
		assertThat(verifier.verify(TestTokens.hs256(PAYLOAD))).isEqualTo(UNAUTHORIZED);
	}

	@Test
	@DisplayName("A4: with enforcement a missing token is unauthorized, without it the connection is anonymous")
	void a4MissingToken() {
		TestHandshake request = new TestHandshake();
		assertThat(authenticator(true).authenticate(request)).isEqualTo(UNAUTHORIZED);
		assertThat(authenticator(false).authenticate(request)).isEqualTo(AuthenticationResult.anonymous());
	}

	@Test
	@DisplayName("A4: a token that is present but bad is refused in any case")
	void a4BadTokenIsAlwaysRefused() {
		for (boolean required : new boolean[] { true, false }) {
			JwtConnectionAuthenticator authenticator = authenticator(required);
			assertThat(authenticator.authenticate(new TestHandshake().query("jid", "bad"))).isEqualTo(UNAUTHORIZED);
			assertThat(authenticator.authenticate(new TestHandshake().query("jid", TestTokens.vector("expired"))))
				.isEqualTo(EXPIRED);
			assertThat(authenticator.authenticate(new TestHandshake().unreadableQuery())).isEqualTo(UNAUTHORIZED);
			assertThat(authenticator
				.authenticate(new TestHandshake().unreadableQuery().header("X-JID", TestTokens.valid())))
				.isInstanceOf(AuthenticationResult.Accepted.class);
		}
	}

	private static JwtConnectionAuthenticator authenticator(boolean required) {
		return new JwtConnectionAuthenticator(
				TokenExtractors
					.firstOf(List.of(TokenExtractors.header("X-JID"), TokenExtractors.query(List.of("jid")))),
				verifier(TestTokens.SECRET), required);
	}

	private static AuthenticationResult authenticate(String token) {
		return verifier(TestTokens.SECRET).verify(token);
	}

	private static Identity identity(String token) {
		AuthenticationResult result = authenticate(token);
		assertThat(result).isInstanceOf(AuthenticationResult.Accepted.class);
		return ((AuthenticationResult.Accepted) result).identity();
	}

	private static void assertAccepted(String token) {
		assertThat(identity(token)).isNotNull();
	}

	private static JwsTokenVerifier verifier(String secret) {
		return verifier(checks(), secret);
	}

	private static JwsTokenVerifier verifier(ClaimsCheck checks, String... secrets) {
		return new JwsTokenVerifier(new SecretSignatureCheck(List.of(secrets), HmacAlgorithm.HS256), checks,
				new IdentityMapper(null, true));
	}

	private static ClaimsCheck checks() {
		return new ClaimsCheck(clock(), Duration.ZERO, null, List.of());
	}

	private static Clock clock() {
		return Clock.fixed(NOW, ZoneOffset.UTC);
	}

	private enum Outcome {

		ACCEPTED, EXPIRED, UNAUTHORIZED;

		static Outcome of(AuthenticationResult result) {
			return (result instanceof AuthenticationResult.Accepted) ? ACCEPTED
					: result.equals(AuthenticationResult.tokenExpired()) ? EXPIRED : UNAUTHORIZED;
		}

	}

}
