/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import java.util.List;

import io.github.realtimespring.auth.TokenExtractor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TokenExtractors}.
 */
class TokenExtractorsTests {

	private final TokenExtractor all = TokenExtractors
		.firstOf(List.of(TokenExtractors.header("X-JID"), TokenExtractors.subProtocol("anycable-token."),
				TokenExtractors.query(List.of("jid")), TokenExtractors.bearer(), TokenExtractors.cookie("token")));

	@Test
	@DisplayName("A1: carriers are asked in their order, the first that is not empty wins")
	void a1CarriersAreAskedInTheirOrder() {
		TestHandshake request = new TestHandshake().fromAllowedOrigin();
		assertThat(this.all.extract(request)).isNull();
		assertThat(this.all.extract(request.cookie("token", "5"))).isEqualTo("5");
		assertThat(this.all.extract(request.header("Authorization", "Bearer 4"))).isEqualTo("4");
		assertThat(this.all.extract(request.query("jid", "3"))).isEqualTo("3");
		assertThat(this.all.extract(request.protocol("anycable-token.2"))).isEqualTo("2");
		assertThat(this.all.extract(request.header("x-jid", "1"))).isEqualTo("1");
	}

	@Test
	@DisplayName("A1: empty carriers count as missing")
	void a1EmptyCarriersCountAsMissing() {
		TestHandshake request = new TestHandshake().header("X-JID", "")
			.protocol("anycable-token.")
			.query("jid", "")
			.header("Authorization", "Bearer ")
			.cookie("token", "")
			.fromAllowedOrigin();
		assertThat(this.all.extract(request)).isNull();
	}

	@Test
	@DisplayName("A1: the first token among the offered sub-protocols counts, wherever it stands")
	void a1SubProtocolMayStandAnywhere() {
		TestHandshake request = new TestHandshake().protocol("actioncable-v1-json", "anycable-token.",
				"anycable-token.a.b-c_d", "anycable-token.second");
		assertThat(this.all.extract(request)).isEqualTo("a.b-c_d");
		assertThat(this.all.extract(new TestHandshake().protocol("Anycable-Token.x", "xanycable-token.y"))).isNull();
	}

	@Test
	@DisplayName("A1: the first occurrence of the query parameter counts")
	void a1FirstOccurrenceOfTheParameterCounts() {
		assertThat(this.all.extract(new TestHandshake().query("jid", "1").query("jid", "2"))).isEqualTo("1");
		assertThat(this.all.extract(new TestHandshake().query("jid", "").query("jid", "2"))).isNull();
		assertThat(this.all.extract(new TestHandshake().query("JID", "1"))).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "jid", "authorization", "token" })
	@DisplayName("P15 S24: further names of the query parameter")
	void p15FurtherNamesOfTheParameter(String name) {
		TokenExtractor query = TokenExtractors.query(List.of("jid", "authorization", "token"));
		assertThat(query.extract(new TestHandshake().query(name, "abc"))).isEqualTo("abc");
		assertThat(query.extract(new TestHandshake().query(name + "x", "abc"))).isNull();
	}

	@Test
	@DisplayName("P15 S24: names of the query parameter are asked in their order")
	void p15NamesAreAskedInTheirOrder() {
		TokenExtractor query = TokenExtractors.query(List.of("jid", "authorization", "token"));
		TestHandshake request = new TestHandshake().query("token", "3").query("authorization", "2").query("jid", "");
		assertThat(query.extract(request)).isEqualTo("2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer abc", "bearer abc", "BEARER abc", "BeArEr  abc", "Bearer\tabc", " Bearer abc " })
	@DisplayName("P16 S24: the Authorization header holds two parts, the keyword in any case")
	void p16BearerTokens(String header) {
		assertThat(TokenExtractors.bearer().extract(new TestHandshake().header("Authorization", header)))
			.isEqualTo("abc");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Bearer", "abc", "Basic abc", "Bearer abc def", "Bearerabc", "Bearer: abc def",
			"Token Bearer abc" })
	@DisplayName("P16 S24: any other Authorization header holds no token")
	void p16OtherAuthorizationHeaders(String header) {
		assertThat(TokenExtractors.bearer().extract(new TestHandshake().header("Authorization", header))).isNull();
	}

	@Test
	@DisplayName("P16: the cookie is only read if the origin is named and allowed")
	void p16CookieDemandsAnAllowedOrigin() {
		TestHandshake request = new TestHandshake().cookie("token", "abc");
		assertThat(TokenExtractors.cookie("token").extract(request)).isNull();
		assertThat(TokenExtractors.cookie("token").extract(request.fromAllowedOrigin())).isEqualTo("abc");
		assertThat(TokenExtractors.cookie("other").extract(request)).isNull();
	}

	@Test
	@DisplayName("A1: a query that cannot be read ends the search, unless a carrier before it had a token")
	void a1UnreadableQueryEndsTheSearch() {
		TestHandshake request = new TestHandshake().unreadableQuery()
			.header("Authorization", "Bearer x")
			.cookie("token", "x")
			.fromAllowedOrigin();
		assertThat(this.all.extract(request)).isEqualTo(TokenExtractors.UNREADABLE);
		assertThat(this.all.extract(request.protocol("anycable-token.abc"))).isEqualTo("abc");
		assertThat(this.all.extract(request.header("X-JID", "def"))).isEqualTo("def");
	}

}
