/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.security;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Grants the realtime server's paths in a chain that has authorization rules. Adds no
 * rule of its own: in a chain without any, one rule would deny everything else.
 */
class RealtimeHttpConfigurer extends AbstractHttpConfigurer<RealtimeHttpConfigurer, HttpSecurity> {

	private static final AuthorizationDecision GRANTED = new AuthorizationDecision(true);

	private final RequestMatcher ours;

	RealtimeHttpConfigurer(RequestMatcher ours) {
		this.ours = ours;
	}

	@Override
	@SuppressWarnings("unchecked")
	public void init(HttpSecurity http) {
		AuthorizeHttpRequestsConfigurer<HttpSecurity> rules = http.getConfigurer(AuthorizeHttpRequestsConfigurer.class);
		if (rules != null) {
			rules.addObjectPostProcessor(new ObjectPostProcessor<AuthorizationManager<HttpServletRequest>>() {

				@Override
				public <M extends AuthorizationManager<HttpServletRequest>> M postProcess(M manager) {
					return (M) granting(manager);
				}

			});
		}
	}

	private AuthorizationManager<HttpServletRequest> granting(AuthorizationManager<HttpServletRequest> manager) {
		return (authentication, request) -> (this.ours.matches(request)) ? GRANTED
				: manager.authorize(authentication, request);
	}

}
