/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.Map;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.ResourceRetriever;
import io.github.realtimespring.json.JsonValues;
import org.jspecify.annotations.Nullable;

/**
 * The key set of an issuer, found through its discovery document at the first use and
 * again at each fetch, since issuers may move their keys. Sources: OpenID Connect
 * Discovery 1.0 and RFC 8414.
 */
class IssuerKeySource implements JWKSetSource<SecurityContext> {

	private final String issuer;

	private final ResourceRetriever retriever;

	IssuerKeySource(String issuer, ResourceRetriever retriever) {
		this.issuer = issuer;
		this.retriever = retriever;
	}

	@Override
	public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long time, @Nullable SecurityContext context)
			throws KeySourceException {
		return new URLBasedJWKSetSource<>(discover(), this.retriever).getJWKSet(refresh, time, context);
	}

	private URL discover() throws KeySourceException {
		URI uri = URI.create(this.issuer);
		String path = (uri.getPath() != null && !"/".equals(uri.getPath())) ? uri.getPath() : "";
		String base = this.issuer.endsWith("/") ? this.issuer.substring(0, this.issuer.length() - 1) : this.issuer;
		URL url = find(base + "/.well-known/openid-configuration");
		if (url == null) {
			url = find(uri.resolve("/.well-known/oauth-authorization-server" + path).toString());
		}
		if (url == null) {
			throw new JWKSetRetrievalException("The issuer has no discovery document that names its keys", null);
		}
		return url;
	}

	private @Nullable URL find(String location) {
		try {
			String json = this.retriever.retrieveResource(URI.create(location).toURL()).getContent();
			Map<String, Object> document = JsonValues.readObject(json);
			return (document != null && this.issuer.equals(document.get("issuer"))
					&& document.get("jwks_uri") instanceof String keys && keys.startsWith("http"))
							? URI.create(keys).toURL() : null;
		}
		catch (IOException | IllegalArgumentException ex) {
			return null;
		}
	}

	@Override
	public void close() {
	}

}
