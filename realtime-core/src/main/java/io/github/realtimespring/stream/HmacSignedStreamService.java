/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.stream;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
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
		long expiry = this.clock.instant().plus(ttl).getEpochSecond();
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
			String json = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
			return name(JsonValues.read(json), principal).filter(StreamName::isValid);
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
		if (this.clock.instant().getEpochSecond() >= expiry.longValue()) {
			return false;
		}
		return !bound.containsKey("user") || (principal != null && principal.equals(bound.get("user")));
	}

	private String signJson(String json) {
		if (this.keys.isEmpty()) {
			throw new IllegalStateException("Stream names cannot be signed: set 'realtime.secret'");
		}
		String encoded = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
		return encoded + SEPARATOR + digest(this.keys.get(0), encoded);
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
