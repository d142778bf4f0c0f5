/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import java.time.Duration;
import java.util.List;

import io.github.realtimespring.autoconfigure.PropertyChecks;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Properties that say how connections are authenticated with JSON Web Tokens. At most one
 * source of keys may be set; without any, {@code realtime.secret} is used.
 *
 * @param secret Secret of at least 32 bytes that tokens are signed with, if it shall
 * differ from 'realtime.secret'. The value 'none' means unset and switches the fallback
 * off.
 * @param jwkSetUri URI of the JSON Web Key Set that tokens are verified with.
 * @param issuerUri URI of the issuer whose discovery document names the key set. Tokens
 * must name the same issuer.
 * @param publicKeyLocation Location of a PEM file with the public key that tokens are
 * verified with.
 * @param algorithm Weakest HMAC algorithm that tokens may be signed with. Stronger ones
 * are accepted where the secret is long enough for them.
 * @param algorithms Comma-separated list of algorithms that tokens may be signed with if
 * they are verified with public keys.
 * @param enforce Whether to refuse connections without a token.
 * @param param Name of the query parameter that carries the token. The name of the header
 * is derived from it.
 * @param header Name of the header that carries the token. By default 'X-' and the name
 * of the parameter.
 * @param subprotocolPrefix Prefix of the WebSocket sub-protocol that carries the token.
 * @param queryParams Comma-separated list of query parameters that may carry the token,
 * the first one that is present wins. By default the one named by 'realtime.jwt.param'.
 * @param authorizationHeader Whether to accept the token as a bearer token in the
 * Authorization header.
 * @param cookie Name of the cookie that carries the token. Cookies are not read unless it
 * is set, and only from pages with an allowed origin.
 * @param clockSkew How far the clocks of issuers may be off when the times of a token are
 * checked.
 * @param closeOnExpiry Whether to close a connection when its token runs out.
 * @param principalClaim Claim that holds the name of the user, with dots to reach into
 * objects. By default 'ext.user_id', then 'sub'.
 * @param audiences Comma-separated list of audiences, one of which a token must name.
 * @param requireExt Whether to refuse tokens without an 'ext' claim. If not, their 'sub'
 * claim identifies the connection.
 */
@ConfigurationProperties("realtime.jwt")
public record JwtProperties(@Nullable String secret, @Nullable String jwkSetUri, @Nullable String issuerUri,
		@Nullable Resource publicKeyLocation, @DefaultValue("HS256") HmacAlgorithm algorithm,
		@Nullable List<String> algorithms, @DefaultValue("true") boolean enforce, @DefaultValue("jid") String param,
		@Nullable String header, @DefaultValue("anycable-token.") String subprotocolPrefix,
		@Nullable List<String> queryParams, @DefaultValue("true") boolean authorizationHeader, @Nullable String cookie,
		@DefaultValue("0s") Duration clockSkew, @DefaultValue("false") boolean closeOnExpiry,
		@Nullable String principalClaim, @Nullable List<String> audiences, @DefaultValue("true") boolean requireExt) {

	/**
	 * Create the properties.
	 */
	public JwtProperties {
		PropertyChecks.notNegative("realtime.jwt.clock-skew", clockSkew);
	}

	/**
	 * The algorithms of public keys.
	 * @return the names of the algorithms, RS256 and ES256 by default
	 */
	public List<String> algorithms() {
		return (this.algorithms != null) ? this.algorithms : List.of("RS256", "ES256");
	}

	String headerName() {
		return (this.header != null) ? this.header : "X-" + this.param;
	}

	List<String> queryNames() {
		return (this.queryParams != null) ? this.queryParams : List.of(this.param);
	}

	/**
	 * Names no secret.
	 */
	@Override
	public String toString() {
		return "JwtProperties[enforce=" + this.enforce + ", closeOnExpiry=" + this.closeOnExpiry + "]";
	}

}
