/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.sample;

import java.util.Locale;

/**
 * The people of the demo. Their passwords are shown on the login page. What the templates
 * call is public.
 */
enum DemoUser {

	ALICE("wonderland"), BOB("builder");

	private final String password;

	DemoUser(String password) {
		this.password = password;
	}

	public String username() {
		return name().toLowerCase(Locale.ROOT);
	}

	public String password() {
		return this.password;
	}

	public String displayName() {
		return name().charAt(0) + username().substring(1);
	}

	static DemoUser of(String username) {
		return valueOf(username.toUpperCase(Locale.ROOT));
	}

}
