/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Properties that concern the realtime server as a whole.
 *
 * @param enabled Whether the realtime server is started.
 * @param secret Secret of at least 32 bytes that tokens and stream names are signed with
 * and that the keys for publishers are derived from.
 * @param previousSecret Secret that was in use before. Tokens, stream names and keys made
 * with it are still accepted.
 * @param open Whether to work without authentication, with unsigned streams and an open
 * broadcast endpoint. Refused under a production profile.
 * @param forcePublic Whether to work without authentication even under a production
 * profile.
 * @param maxConnections Greatest number of connections of this instance. Further
 * handshakes are answered with 503. Zero means any number.
 * @param closeTimeout How long a client may take to answer a close frame before the
 * connection is dropped.
 * @param productionProfiles Comma-separated list of profiles that mean production.
 */
@ConfigurationProperties("realtime")
public record RealtimeProperties(@DefaultValue("true") boolean enabled, @Nullable String secret,
		@Nullable String previousSecret, @Name("public") @DefaultValue("false") boolean open,
		@DefaultValue("false") boolean forcePublic, @DefaultValue("0") int maxConnections,
		@DefaultValue("10s") Duration closeTimeout, @Nullable List<String> productionProfiles) {

	/**
	 * The profiles that mean production.
	 * @return the names of the profiles, {@code prod} and {@code production} by default
	 */
	public List<String> productionProfiles() {
		// not by @DefaultValue: of a single text it makes a list of one
		return (this.productionProfiles != null) ? this.productionProfiles : List.of("prod", "production");
	}

	/**
	 * Create the properties.
	 */
	public RealtimeProperties {
		PropertyChecks.atLeast("realtime.max-connections", maxConnections, 0);
		PropertyChecks.positive("realtime.close-timeout", closeTimeout);
	}

	/**
	 * Names no secret.
	 */
	@Override
	public String toString() {
		return "RealtimeProperties[enabled=" + this.enabled + ", public=" + this.open + "]";
	}

}
