/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;

import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Key sets that are fetched over the network, from addresses of the configuration only.
 * Kept for five minutes, and for an hour more while they cannot be fetched. An unknown
 * key makes for a new fetch, but rarely: strangers choose the key ids of their tokens. No
 * thread is started; the handshake that needs the keys fetches them.
 */
final class RemoteKeys {

	private static final int CONNECT_TIMEOUT = 2000;

	private static final int READ_TIMEOUT = 3000;

	private static final int SIZE_LIMIT = 512 * 1024;

	private static final long TIME_TO_LIVE = 5 * 60 * 1000L;

	private static final long OUTAGE_TIME_TO_LIVE = 60 * 60 * 1000L;

	private static final long WAIT = CONNECT_TIMEOUT + READ_TIMEOUT;

	private static final long FETCH_INTERVAL = 10 * 1000L;

	private RemoteKeys() {
	}

	static JWKSource<SecurityContext> jwkSet(String uri) {
		return cached(new URLBasedJWKSetSource<>(url("realtime.jwt.jwk-set-uri", uri), retriever()));
	}

	static JWKSource<SecurityContext> issuer(String uri) {
		url("realtime.jwt.issuer-uri", uri);
		return cached(new IssuerKeySource(uri, retriever()));
	}

	private static JWKSource<SecurityContext> cached(JWKSetSource<SecurityContext> source) {
		return JWKSourceBuilder.create(source)
			.cache(TIME_TO_LIVE, WAIT)
			.refreshAheadCache(false)
			.rateLimited(FETCH_INTERVAL)
			.outageTolerant(OUTAGE_TIME_TO_LIVE)
			.build();
	}

	private static ResourceRetriever retriever() {
		return new DefaultResourceRetriever(CONNECT_TIMEOUT, READ_TIMEOUT, SIZE_LIMIT);
	}

	private static URL url(String property, String uri) {
		try {
			URL url = URI.create(uri).toURL();
			if (url.getProtocol().startsWith("http")) {
				return url;
			}
		}
		catch (MalformedURLException | IllegalArgumentException ex) {
			// answered below, without the cause: it repeats the value
		}
		throw new InvalidConfigurationPropertyValueException(property, uri, "It must be an http or https URL.");
	}

}
