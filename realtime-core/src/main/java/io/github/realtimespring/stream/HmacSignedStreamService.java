/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.stream;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.github.realtimespring.json.InvalidJsonException;
import io.github.realtimespring.json.JsonText;
import io.github.realtimespring.json.JsonValues;
import io.github.realtimespring.json.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * {@link SignedStreamService} on HMAC-SHA256. The digest covers the encoded text as it
 * was received: names are never re-encoded before they are verified, so every JSON
 * encoding of a name is fine.
 */
final class HmacSignedStreamService implements SignedStreamService {

	private static final String SEPARATOR = "--";

	/** Marks the bound form; the key is ours, so no other JSON object passes for one. */
	private static final String NAME_KEY = "realtime_stream";

	/**
	 * Base64 of the longest name in its longest encoding, plus room for the bound form.
	 */
	private static final int MAX_SIGNED_LENGTH = 4 * (MAX_NAME_LENGTH * 6 + 2048) / 3;

	private final List<SecretKeySpec> keys;

	private final Clock clock;

	HmacSignedStreamService(List<String> secrets, Clock clock) {
		this.keys = secrets.stream()
			.filter((secret) -> !secret.isEmpty())
			.map((secret) -> new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"))
			.toList();
		this.clock = clock;
	}

	@Override
	public String sign(String name) {
		return signJson(JsonText.quote(StreamName.requireValid(name)));
	}

	@Override
	public String sign(String name, Duration ttl, @Nullable String principal) {
		if (ttl.isNegative() || ttl.isZero()) {
			throw new IllegalArgumentException("The time to live must be positive");
		}
		String expiry = expiry(ttl).stripTrailingZeros().toPlainString();
		String bound = (principal != null) ? ",\"user\":" + JsonText.quote(principal) : "";
		return signJson("{\"" + NAME_KEY + "\":" + JsonText.quote(StreamName.requireValid(name)) + ",\"exp\":" + expiry
				+ bound + "}");
	}

	@Override
	public Optional<String> verify(String signed, @Nullable String principal) {
		int end = signed.indexOf(SEPARATOR);
		if (signed.length() > MAX_SIGNED_LENGTH || end < 1 || signed.indexOf(SEPARATOR, end + 1) >= 0) {
			return Optional.empty();
		}
		String encoded = signed.substring(0, end);
		if (!hasValidDigest(encoded, signed.substring(end + SEPARATOR.length()))) {
			return Optional.empty();
		}
		try {
			String json = decode(encoded);
			return (json != null) ? name(JsonValues.readStrictly(json), principal).filter(StreamName::isValid)
					: Optional.empty();
		}
		catch (IllegalArgumentException | InvalidJsonException ex) {
			return Optional.empty();
		}
	}

	private Optional<String> name(@Nullable Object payload, @Nullable String principal) {
		if (payload instanceof String name) {
			return Optional.of(name);
		}
		if (payload instanceof Map<?, ?> bound && bound.get(NAME_KEY) instanceof String name
				&& bound.get("exp") instanceof Number expiry && isUsable(bound, expiry, principal)) {
			return Optional.of(name);
		}
		return Optional.empty();
	}

	private boolean isUsable(Map<?, ?> bound, Number expiry, @Nullable String principal) {
		if (seconds(this.clock.instant()).compareTo(new BigDecimal(expiry.toString())) >= 0) {
			return false;
		}
		return !bound.containsKey("user") || (principal != null && principal.equals(bound.get("user")));
	}

	private String signJson(String json) {
		if (this.keys.isEmpty()) {
			throw new IllegalStateException("Stream names cannot be signed: set 'realtime.secret'");
		}
		String encoded = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
		String signed = encoded + SEPARATOR + digest(this.keys.get(0), encoded);
		if (signed.length() > MAX_SIGNED_LENGTH) {
			throw new IllegalArgumentException("The name of the user is too long");
		}
		return signed;
	}

	private BigDecimal expiry(Duration ttl) {
		try {
			return seconds(this.clock.instant().plus(ttl));
		}
		catch (DateTimeException | ArithmeticException ex) {
			throw new IllegalArgumentException("The time to live is too long", ex);
		}
	}

	private static BigDecimal seconds(Instant instant) {
		return BigDecimal.valueOf(instant.getEpochSecond()).add(BigDecimal.valueOf(instant.getNano(), 9));
	}

	/** The JDK also decodes Base64 without its padding, which other verifiers refuse. */
	private static @Nullable String decode(String encoded) {
		return (encoded.length() % 4 == 0) ? Utf8.decode(Base64.getDecoder().decode(encoded)) : null;
	}

	private boolean hasValidDigest(String encoded, String digest) {
		byte[] actual = digest.getBytes(StandardCharsets.UTF_8);
		boolean valid = false;
		for (SecretKeySpec key : this.keys) {
			byte[] expected = digest(key, encoded).getBytes(StandardCharsets.US_ASCII);
			valid |= MessageDigest.isEqual(expected, actual);
		}
		return valid;
	}

	private static String digest(SecretKeySpec key, String encoded) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(key);
			return HexFormat.of().formatHex(mac.doFinal(encoded.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("HMAC-SHA256 is not available", ex);
		}
	}

}
