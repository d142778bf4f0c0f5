/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.lifecycle;

import org.apache.catalina.util.ServerInfo;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Warns about a Tomcat with published vulnerabilities. Spring Boot's own choice of
 * version is older than the corrections, and only the application's build can change it.
 */
class TomcatAdvice {

	private static final Log logger = LogFactory.getLog(TomcatAdvice.class);

	private static final int CORRECTED = 26;

	private final String version;

	TomcatAdvice(String version) {
		this.version = version;
	}

	static TomcatAdvice ofRunningVersion() {
		return new TomcatAdvice(ServerInfo.getServerNumber());
	}

	void give() {
		String[] parts = this.version.split("\\.");
		if (parts.length >= 3 && "11".equals(parts[0]) && "0".equals(parts[1]) && patch(parts[2]) < CORRECTED) {
			logger.warn("Tomcat 11.0." + parts[2] + " has published vulnerabilities (CVEs) that are corrected in 11.0."
					+ CORRECTED + ". Set the property 'tomcat.version' of your build to 11.0.27 or later.");
		}
	}

	String version() {
		return this.version;
	}

	private static int patch(String text) {
		try {
			return Integer.parseInt(text);
		}
		catch (NumberFormatException ex) {
			return CORRECTED;
		}
	}

}
