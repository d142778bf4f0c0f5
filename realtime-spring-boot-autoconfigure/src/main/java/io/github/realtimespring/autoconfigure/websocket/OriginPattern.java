/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.net.IDN;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * One entry of a list of allowed origins: an origin whose host may begin with {@code *.}
 * for its sub-domains, at any depth but not the domain itself, and whose port may be
 * {@code *}. Compared part by part; never turned into a regular expression.
 *
 * @param scheme the scheme
 * @param host the host, or with {@code subdomains} what the host must end with, dot
 * included
 * @param subdomains whether the entry stands for sub-domains
 * @param port the port, or {@code null} for any
 */
record OriginPattern(String scheme, String host, boolean subdomains, @Nullable Integer port) {

	/** The entry that stands for every origin. */
	static final String WILDCARD = "*";

	/** Characters that browsers and {@link IDN} encode differently. */
	private static final String AMBIGUOUS = "\u00df\u03c2\u200c\u200d";

	boolean matches(Origin origin) {
		return this.scheme.equals(origin.scheme()) && (this.port == null || this.port == origin.port())
				&& matchesHost(origin.host());
	}

	private boolean matchesHost(String other) {
		return this.subdomains ? other.length() > this.host.length() && other.endsWith(this.host)
				: other.equals(this.host);
	}

	/**
	 * Parse an entry.
	 * @param entry the entry, trimmed
	 * @return the pattern
	 * @throws IllegalArgumentException if the entry is none, with a sentence that says
	 * what to write instead
	 */
	static OriginPattern parse(String entry) {
		int colon = entry.indexOf("://");
		Assert.isTrue(colon >= 0, () -> "it has no scheme; write 'https://" + entry + "'");
		String scheme = entry.substring(0, colon).toLowerCase(Locale.ROOT);
		Assert.isTrue(Origin.isScheme(scheme), "its scheme is not valid; write for example 'https://app.example'");
		String authority = entry.substring(colon + 3);
		if (authority.endsWith("/")) {
			authority = authority.substring(0, authority.length() - 1);
		}
		int end = OriginHosts.portSeparator(authority);
		Integer port = (end == authority.length()) ? Integer.valueOf(Origin.defaultPort(scheme))
				: port(authority.substring(end + 1));
		String host = authority.substring(0, end);
		boolean subdomains = host.startsWith("*.");
		String name = host(subdomains ? host.substring(2) : host, subdomains);
		return new OriginPattern(scheme, subdomains ? "." + name : name, subdomains, port);
	}

	private static @Nullable Integer port(String text) {
		if (WILDCARD.equals(text)) {
			return null;
		}
		int port = Origin.port(text);
		Assert.isTrue(port > 0, "its port must be a number from 1 to 65535 or '*'");
		return port;
	}

	private static String host(String text, boolean subdomains) {
		Assert.isTrue(text.indexOf('*') < 0, "'*' may only stand for whole sub-domains, as in 'https://*.app.example'");
		Assert.isTrue(text.chars().noneMatch((c) -> AMBIGUOUS.indexOf(c) >= 0),
				"its international name is ambiguous; write the name's ASCII form, beginning with 'xn--'");
		Assert.isTrue(!subdomains || !text.startsWith("["), "an address has no sub-domains");
		String host = OriginHosts.normalize(toAscii(text).toLowerCase(Locale.ROOT));
		Assert.isTrue(host != null,
				"it must consist of scheme, host and optionally a port, as in 'https://app.example:8443'");
		return host;
	}

	private static String toAscii(String text) {
		try {
			return IDN.toASCII(text);
		}
		catch (IllegalArgumentException ex) {
			// nothing that a host could be, so the caller explains it
			return "";
		}
	}

}
