/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import io.github.realtimespring.auth.AuthenticationResult;
import io.github.realtimespring.auth.ConnectionAuthenticator;
import io.github.realtimespring.auth.TokenExtractor;
import io.github.realtimespring.autoconfigure.AuthenticationDescription;
import io.github.realtimespring.autoconfigure.RealtimeMode;
import io.github.realtimespring.autoconfigure.RealtimeSecrets;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.util.StringUtils;

/**
 * Configuration of authentication with JSON Web Tokens. Publishes no {@link JwtDecoder}:
 * one of ours would switch off the decoder of an application that is a resource server.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(JwtDecoder.class)
@ConditionalOnMissingBean(ConnectionAuthenticator.class)
class JwtConfiguration {

	@Bean
	@ConditionalOnMissingBean
	TokenExtractor realtimeTokenExtractor(JwtProperties properties) {
		List<TokenExtractor> extractors = new ArrayList<>();
		extractors.add(TokenExtractors.header(properties.headerName()));
		extractors.add(TokenExtractors.subProtocol(properties.subprotocolPrefix()));
		extractors.add(TokenExtractors.query(properties.queryNames()));
		if (properties.authorizationHeader()) {
			extractors.add(TokenExtractors.bearer());
		}
		if (StringUtils.hasText(properties.cookie())) {
			extractors.add(TokenExtractors.cookie(properties.cookie()));
		}
		return TokenExtractors.firstOf(extractors);
	}

	@Bean
	ConnectionAuthenticator realtimeConnectionAuthenticator(JwtProperties properties, RealtimeSecrets secrets,
			RealtimeMode mode, TokenExtractor extractor,
			@Qualifier("realtimeJwtDecoder") ObjectProvider<JwtDecoder> decoder) {
		TokenVerifier verifier = verifier(properties, secrets, decoder.getIfAvailable());
		if (verifier != null) {
			return new JwtConnectionAuthenticator(extractor, verifier, properties.enforce() && !mode.isOpen());
		}
		if (mode.isOpen()) {
			return (request) -> AuthenticationResult.anonymous();
		}
		throw MissingAuthenticationException.noKey();
	}

	@Bean
	AuthenticationDescription realtimeAuthenticationDescription(JwtProperties properties, RealtimeSecrets secrets,
			RealtimeMode mode, @Qualifier("realtimeJwtDecoder") ObjectProvider<JwtDecoder> decoder) {
		boolean custom = decoder.getIfAvailable() != null;
		return new AuthenticationDescription(new JwtDescription(properties, secrets, mode).text(custom));
	}

	private @Nullable TokenVerifier verifier(JwtProperties properties, RealtimeSecrets secrets,
			@Nullable JwtDecoder decoder) {
		IdentityMapper identities = new IdentityMapper(properties.principalClaim(), properties.requireExt());
		if (decoder != null) {
			return new DecoderTokenVerifier(decoder, identities);
		}
		SignatureCheck signatures = new JwtKeys(properties, secrets).signatureCheck();
		if (signatures == null) {
			return null;
		}
		List<String> audiences = (properties.audiences() != null) ? properties.audiences() : List.of();
		ClaimsCheck checks = new ClaimsCheck(Clock.systemUTC(), properties.clockSkew(), properties.issuerUri(),
				audiences);
		return new JwsTokenVerifier(signatures, checks, identities);
	}

}
