/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import io.github.realtimespring.auth.Identity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link IdentityMapper}.
 */
class IdentityMapperTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"ext":"{\\"user_id\\":42}","sub":"jack"}      | 42
			{"ext":"{\\"user_id\\":\\"a-b\\"}"}            | a-b
			{"ext":{"user_id":7}}                          | 7
			{"ext":{"user_id":123456789012345678901234}}   | 123456789012345678901234
			{"ext":"{}","sub":"jack"}                      | jack
			{"ext":"","sub":"jack"}                        | jack
			{"ext":"{\\"user_id\\":null}","sub":"jack"}    | jack
			{"ext":"{\\"user_id\\":\\"\\"}","sub":"jack"}  | jack
			{"ext":"{\\"user_id\\":true}","sub":"jack"}    | jack
			{"ext":"{\\"user_id\\":1e999999999}"}          |
			{"ext":"{}"}                                   |
			{"ext":"not json"}                             |
			{"ext":"{}","sub":""}                          |
			""")
	@DisplayName("A2: the user is ext.user_id, else sub")
	void a2UserIsTheUserIdOrTheSubject(String payload, @Nullable String principal) {
		assertThat(map(null, true, payload).principal()).isEqualTo(principal);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			sub                 | {"ext":"{\\"user_id\\":42}","sub":"jack"}                   | jack
			preferred_username  | {"ext":"{}","preferred_username":"jill"}                    | jill
			ext.account.id      | {"ext":"{\\"account\\":{\\"id\\":9}}"}                      | 9
			realm.user          | {"ext":"{}","realm":{"user":"x"}}                           | x
			realm.user          | {"ext":"{}","realm.user":"flat","realm":{"user":"x"}}       | flat
			https://x.y/user.id | {"ext":"{}","https://x.y/user.id":"z"}                      | z
			missing             | {"ext":"{\\"user_id\\":42}","sub":"jack"}                   |
			realm.user.name     | {"ext":"{}","realm":{"user":"x"}}                           |
			ext.user_id         | {"ext":"[]"}                                                |
			""")
	@DisplayName("A2: the claim with the user's name can be chosen")
	void a2PrincipalClaimCanBeChosen(String claim, String payload, @Nullable String principal) {
		assertThat(map(claim, true, payload).principal()).isEqualTo(principal);
	}

	@Test
	void claimsAndTokenIdAreKept() {
		Identity identity = map(null, true, "{\"jti\":\"t-1\",\"ext\":\"{}\",\"role\":\"admin\",\"none\":null}");
		assertThat(identity.tokenId()).isEqualTo("t-1");
		assertThat(identity.claims()).isEqualTo(Map.of("jti", "t-1", "ext", "{}", "role", "admin"));
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> identity.claims().put("role", "root"));
		assertThat(map(null, true, "{\"jti\":7,\"ext\":\"{}\"}").tokenId()).isNull();
	}

	@Test
	void subjectIdentifiesTheConnectionWhereExtIsNotRequired() {
		assertThat(map(null, false, "{\"sub\":\"a\\\"b\"}").identifiers()).isEqualTo("{\"sub\":\"a\\\"b\"}");
		assertThat(map(null, false, "{\"sub\":\"jack\",\"ext\":\"{}\"}").identifiers()).isEqualTo("{}");
		assertThat(read(null, false, "{}")).isNull();
		assertThat(read(null, false, "{\"sub\":\"jack\",\"ext\":42}")).isNull();
	}

	private static Identity map(@Nullable String claim, boolean requireExt, String payload) {
		return Objects.requireNonNull(read(claim, requireExt, payload));
	}

	private static @Nullable Identity read(@Nullable String claim, boolean requireExt, String payload) {
		TokenClaims claims = Objects.requireNonNull(TokenPayload.read(payload.getBytes(StandardCharsets.UTF_8)));
		return new IdentityMapper(claim, requireExt).map(claims, Instant.EPOCH);
	}

}
