/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.sample;

import java.security.Principal;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives a page that has been open for a while its next token.
 */
@RestController
class TokenController {

	private final ConnectionTokens tokens;

	TokenController(ConnectionTokens tokens) {
		this.tokens = tokens;
	}

	@GetMapping("/token")
	ConnectionToken token(Principal principal) {
		return this.tokens.issue(principal.getName());
	}

}
