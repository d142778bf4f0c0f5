/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.jspecify.annotations.Nullable;

/**
 * The rules for hosts in origins. Nothing is ever resolved.
 */
final class OriginHosts {

	private static final int MAX_LENGTH = 253;

	private OriginHosts() {
	}

	/**
	 * Where the host of an authority ends.
	 * @param authority the authority
	 * @return the index of the colon before the port, or the length
	 */
	static int portSeparator(String authority) {
		int colon = authority.lastIndexOf(':');
		return (colon > authority.lastIndexOf(']')) ? colon : authority.length();
	}

	/**
	 * Check a host and bring it into its normal form.
	 * @param host the host in lower case
	 * @return the host, or {@code null} if it is none
	 */
	static @Nullable String normalize(String host) {
		if (host.startsWith("[")) {
			return normalizeIpv6(host);
		}
		return isName(host) ? host : null;
	}

	static boolean isLoopback(String host) {
		return "localhost".equals(host) || host.endsWith(".localhost") || "[0:0:0:0:0:0:0:1]".equals(host)
				|| isLoopbackIpv4(host);
	}

	private static boolean isLoopbackIpv4(String host) {
		String[] parts = host.split("\\.", -1);
		if (parts.length != 4 || !"127".equals(parts[0])) {
			return false;
		}
		for (String part : parts) {
			// three digits at most, so "127.0.0.1.evil" and "127.evil.0.1" are names
			if (part.length() > 3 || !part.chars().allMatch((c) -> c >= '0' && c <= '9')) {
				return false;
			}
		}
		return true;
	}

	private static boolean isName(String host) {
		if (host.isEmpty() || host.length() > MAX_LENGTH) {
			return false;
		}
		char before = '.';
		for (int i = 0; i < host.length(); i++) {
			char c = host.charAt(i);
			boolean label = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
			if (!label && (c != '.' || before == '.')) {
				return false;
			}
			before = c;
		}
		return before != '.';
	}

	private static @Nullable String normalizeIpv6(String host) {
		boolean plain = host.endsWith("]") && host.indexOf(':') > 0
				&& host.substring(1, host.length() - 1)
					.chars()
					.allMatch((c) -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == ':' || c == '.');
		if (!plain) {
			return null;
		}
		try {
			// the JDK never looks up what stands in brackets, it parses or refuses it
			return "[" + InetAddress.getByName(host).getHostAddress() + "]";
		}
		catch (UnknownHostException ex) {
			return null;
		}
	}

}
