/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import io.github.realtimespring.autoconfigure.RealtimeMode;
import io.github.realtimespring.autoconfigure.RealtimeSecrets;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Says how connections are authenticated, without naming a key.
 *
 * @param properties the properties
 * @param secrets the secrets
 * @param mode how the application runs
 */
record JwtDescription(JwtProperties properties, RealtimeSecrets secrets, RealtimeMode mode) {

	String text(boolean decoder) {
		String source = source(decoder);
		if (source == null) {
			return "none, everybody may connect";
		}
		return source + ((this.properties.enforce() && !this.mode.isOpen()) ? "" : ", optional");
	}

	private @Nullable String source(boolean decoder) {
		if (decoder) {
			return "JWT by the application's decoder";
		}
		if (StringUtils.hasText(this.properties.jwkSetUri())) {
			return "JWT by JWK set";
		}
		if (StringUtils.hasText(this.properties.issuerUri())) {
			return "JWT by the issuer's keys";
		}
		if (this.properties.publicKeyLocation() != null) {
			return "JWT by public key";
		}
		boolean secret = !this.secrets.forPurpose("realtime.jwt.secret", this.properties.secret()).isEmpty();
		return secret ? "JWT " + this.properties.algorithm() : null;
	}

}
