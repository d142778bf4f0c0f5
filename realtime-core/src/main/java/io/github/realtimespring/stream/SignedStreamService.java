/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.stream;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Signs stream names, so that a client can only subscribe to what the application handed
 * to it, and verifies them.
 * <p>
 * The plain form is Rails' {@code MessageVerifier} with SHA-256 and JSON, as AnyCable
 * uses it: {@code base64(json(name)) + "--" + hex(hmac_sha256(secret, base64))}. Any
 * program that holds the secret can make and check it. The bound form carries an expiry
 * and, optionally, the only user it is for; other servers refuse it.
 * <p>
 * Implementations are safe from any thread and never block.
 */
public interface SignedStreamService {

	/** The greatest length of a stream name, in characters. */
	int MAX_NAME_LENGTH = 1024;

	/**
	 * Sign a name for good: it never expires and anybody may use it.
	 * @param name the stream's name, 1 to {@value #MAX_NAME_LENGTH} characters
	 * @return the signed name
	 * @throws IllegalStateException if there is no secret
	 * @throws IllegalArgumentException if the name is empty or too long
	 */
	String sign(String name);

	/**
	 * Sign a name that expires and, optionally, is bound to a user.
	 * @param name the stream's name
	 * @param ttl how long the signed name can be used to subscribe; a running
	 * subscription does not end with it
	 * @param principal the name of the only user who may subscribe with it, or
	 * {@code null} for everybody
	 * @return the signed name
	 * @throws IllegalStateException if there is no secret
	 * @throws IllegalArgumentException if the name is empty or too long, the user's name
	 * is too long, or the time is not positive or beyond the end of time
	 */
	String sign(String name, Duration ttl, @Nullable String principal);

	/**
	 * Verify a signed name that is not bound to a user.
	 * @param signed the signed name
	 * @return the stream's name, or empty if the signature is wrong, the name expired or
	 * it is bound to a user
	 */
	default Optional<String> verify(String signed) {
		return verify(signed, null);
	}

	/**
	 * Verify a signed name that somebody presents.
	 * @param signed the signed name
	 * @param principal the name of the user who presents it, or {@code null} if unknown
	 * @return the stream's name, or empty if it must not be used
	 */
	Optional<String> verify(String signed, @Nullable String principal);

	/**
	 * Create a service that signs with the first secret and verifies with each of them.
	 * @param secrets the secrets, the current one first; empty means that every signed
	 * name is refused
	 * @return the service
	 */
	static SignedStreamService hmac(List<String> secrets) {
		return hmac(secrets, Clock.systemUTC());
	}

	/**
	 * Create a service that signs with the first secret and verifies with each of them.
	 * @param secrets the secrets, the current one first; empty means that every signed
	 * name is refused
	 * @param clock the clock that expiry is judged by
	 * @return the service
	 */
	static SignedStreamService hmac(List<String> secrets, Clock clock) {
		return new HmacSignedStreamService(secrets, clock);
	}

}
