/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.stream;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;

import io.github.realtimespring.Vectors;
import io.github.realtimespring.json.JsonValues;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for the form of {@link SignedStreamService} that expires and is bound to a user.
 */
class BoundStreamNameTests {

	private static final Instant START = Instant.parse("2026-11-20T12:00:00.250Z");

	private final SettableClock clock = new SettableClock(START);

	private final SignedStreamService service = SignedStreamService.hmac(List.of(Vectors.SECRET), this.clock);

	@Test
	@DisplayName("A9: a name that expires can be used up to the last nanosecond and not from the expiry on")
	void expiryIsExact() {
		for (Duration ttl : List.of(Duration.ofNanos(1), Duration.ofMillis(500), Duration.ofSeconds(10),
				Duration.ofDays(3650))) {
			this.clock.now = START;
			String signed = this.service.sign("chat/1", ttl, null);
			assertThat(this.service.verify(signed)).hasValue("chat/1");
			this.clock.now = START.plus(ttl).minusNanos(1);
			assertThat(this.service.verify(signed)).hasValue("chat/1");
			this.clock.now = START.plus(ttl);
			assertThat(this.service.verify(signed)).isEmpty();
		}
	}

	@Test
	@DisplayName("A9: a bound name is only good for its user; others and the unknown are refused")
	void boundNamesAreOnlyForTheirUser() {
		String signed = this.service.sign("inbox/7", Duration.ofMinutes(5), "jack");
		assertThat(this.service.verify(signed, "jack")).hasValue("inbox/7");
		assertThat(this.service.verify(signed, "Jack")).isEmpty();
		assertThat(this.service.verify(signed, "jill")).isEmpty();
		assertThat(this.service.verify(signed, "")).isEmpty();
		assertThat(this.service.verify(signed, null)).isEmpty();
		assertThat(this.service.verify(signed)).isEmpty();
	}

	@Test
	@DisplayName("A9: a bound name expires for its user as well")
	void boundNamesExpire() {
		String signed = this.service.sign("inbox/7", Duration.ofMinutes(5), "jack");
		this.clock.now = START.plus(Duration.ofMinutes(5));
		assertThat(this.service.verify(signed, "jack")).isEmpty();
	}

	@Test
	@DisplayName("A9: verifiers that only know the plain form refuse the bound form, since it is no JSON string")
	void plainVerifiersRefuseTheBoundForm() {
		String signed = this.service.sign("inbox/7", Duration.ofMinutes(5), "jack");
		byte[] payload = Base64.getDecoder().decode(signed.substring(0, signed.indexOf("--")));
		assertThat(JsonValues.read(new String(payload, StandardCharsets.UTF_8))).isNotInstanceOf(String.class);
	}

	@Test
	void boundNamesWithAwkwardCharactersSurvive() {
		for (String text : List.of("a\"b", "--", "日本", "\u0000", "\ud800", "{\"exp\":1}")) {
			String signed = this.service.sign(text, Duration.ofMinutes(5), text);
			assertThat(this.service.verify(signed, text)).hasValue(text);
		}
	}

	@Test
	void boundNamesOfOtherProgramsMayUseWholeSecondsAndWhiteSpace() {
		String json = "{ \"exp\": " + (START.getEpochSecond() + 1) + ", \"realtime_stream\": \"chat/1\" }";
		assertThat(this.service.verify(sign(json))).hasValue("chat/1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"realtime_stream\":\"chat/1\"}", "{\"realtime_stream\":\"chat/1\",\"exp\":null}",
			"{\"realtime_stream\":\"chat/1\",\"exp\":\"9999999999\"}", "{\"realtime_stream\":\"chat/1\",\"exp\":0}",
			"{\"realtime_stream\":\"chat/1\",\"exp\":-1}", "{\"realtime_stream\":\"chat/1\",\"exp\":-1e999}",
			"{\"realtime_stream\":\"chat/1\",\"exp\":1e-999999999}", "{\"realtime_stream\":7,\"exp\":9999999999}",
			"{\"realtime_stream\":\"\",\"exp\":9999999999}", "{\"stream\":\"chat/1\",\"exp\":9999999999}",
			"{\"realtime_stream\":\"chat/1\",\"exp\":9999999999,\"user\":null}",
			"{\"realtime_stream\":\"chat/1\",\"exp\":9999999999,\"user\":42}",
			"{\"realtime_stream\":\"chat/1\",\"exp\":9999999999,\"exp\":9999999998}",
			"{\"realtime_stream\":\"chat/1\",\"realtime_stream\":\"chat/2\",\"exp\":9999999999}" })
	@DisplayName("A9: a right signature over an incomplete bound form is refused")
	void incompleteFormsAreRefused(String json) {
		assertThat(this.service.verify(sign(json))).isEmpty();
		assertThat(this.service.verify(sign(json), "42")).isEmpty();
	}

	@Test
	void hugeExpiryIsLateAndNotExpensive() {
		String json = "{\"realtime_stream\":\"chat/1\",\"exp\":1e999999}";
		assertThat(this.service.verify(sign(json))).hasValue("chat/1");
	}

	@Test
	void whatCannotBeVerifiedIsNotSigned() {
		Duration ttl = Duration.ofMinutes(5);
		assertThatIllegalArgumentException().isThrownBy(() -> this.service.sign("x", Duration.ZERO, null));
		assertThatIllegalArgumentException().isThrownBy(() -> this.service.sign("x", Duration.ofSeconds(-1), null));
		assertThatIllegalArgumentException().isThrownBy(() -> this.service.sign("", ttl, null));
		assertThatIllegalArgumentException().isThrownBy(() -> this.service.sign("x", ttl, "u".repeat(100_000)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.service.sign("x", Duration.ofSeconds(Long.MAX_VALUE), null));
		assertThatIllegalStateException()
			.isThrownBy(() -> SignedStreamService.hmac(List.of()).sign("chat/1", ttl, null));
	}

	private static String sign(String json) {
		return TestSignatures.sign(Vectors.SECRET, json);
	}

	private static final class SettableClock extends Clock {

		private Instant now;

		private SettableClock(Instant now) {
			this.now = now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return this.now;
		}

	}

}
