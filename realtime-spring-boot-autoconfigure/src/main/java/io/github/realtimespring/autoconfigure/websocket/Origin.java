/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A web origin in its normal form: lower case, default ports written out. Parsed by hand
 * and strictly, since the text comes from strangers: no user info, no path but a single
 * slash, no white space, nothing outside ASCII (browsers send international names in
 * their ASCII form). Source: RFC 6454, section 6.2.
 *
 * @param scheme the scheme
 * @param host the host, an IPv6 address in brackets
 * @param port the port, or -1 if the scheme has no default and none was named
 */
record Origin(String scheme, String host, int port) {

	private static final int MAX_LENGTH = 512;

	/**
	 * Parse the value of an {@code Origin} header.
	 * @param text the value
	 * @return the origin, or {@code null} if the text is not exactly one origin
	 */
	static @Nullable Origin parse(String text) {
		int colon = text.indexOf("://");
		if (colon < 1 || text.length() > MAX_LENGTH) {
			return null;
		}
		String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
		String authority = text.substring(colon + 3).toLowerCase(Locale.ROOT);
		if (authority.endsWith("/")) {
			authority = authority.substring(0, authority.length() - 1);
		}
		int end = OriginHosts.portSeparator(authority);
		String host = OriginHosts.normalize(authority.substring(0, end));
		int port = (end == authority.length()) ? defaultPort(scheme) : port(authority.substring(end + 1));
		return (isScheme(scheme) && host != null && port != 0) ? new Origin(scheme, host, port) : null;
	}

	/**
	 * The origin that a request was sent to, with forwarded headers applied as far as the
	 * application trusts them.
	 * @param request the request
	 * @return the origin, or {@code null} if the request does not name a proper host
	 */
	static @Nullable Origin of(HttpServletRequest request) {
		String scheme = switch (request.getScheme()) {
			case "ws" -> "http";
			case "wss" -> "https";
			default -> request.getScheme();
		};
		String host = request.getServerName();
		// containers disagree on whether an IPv6 address comes with its brackets
		String bracketed = (host.indexOf(':') >= 0 && !host.startsWith("[")) ? "[" + host + "]" : host;
		return parse(scheme + "://" + bracketed + ":" + request.getServerPort());
	}

	/**
	 * The port of an authority, strictly decimal.
	 * @param text the text behind the colon
	 * @return the port, or 0 if it is none
	 */
	static int port(String text) {
		if (text.isEmpty() || text.length() > 5 || !text.chars().allMatch((c) -> c >= '0' && c <= '9')) {
			return 0;
		}
		int port = Integer.parseInt(text);
		return (port <= 65535) ? port : 0;
	}

	static int defaultPort(String scheme) {
		return switch (scheme) {
			case "http" -> 80;
			case "https" -> 443;
			default -> -1;
		};
	}

	static boolean isScheme(String scheme) {
		return !scheme.isEmpty() && scheme.charAt(0) >= 'a' && scheme.charAt(0) <= 'z' && scheme.chars()
			.allMatch((c) -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.');
	}

	boolean isLocalhost() {
		boolean web = "http".equals(this.scheme) || "https".equals(this.scheme);
		return web && OriginHosts.isLoopback(this.host);
	}

	@Override
	public String toString() {
		String suffix = (this.port == -1 || this.port == defaultPort(this.scheme)) ? "" : ":" + this.port;
		return this.scheme + "://" + this.host + suffix;
	}

}
