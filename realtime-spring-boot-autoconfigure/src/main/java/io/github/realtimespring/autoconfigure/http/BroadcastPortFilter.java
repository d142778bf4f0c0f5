/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the application off the publishers' port.
 */
class BroadcastPortFilter extends OncePerRequestFilter {

	static final int ORDER = PublisherKeyFilter.ORDER - 1;

	private final BroadcastPort port;

	private final PublisherEndpoints endpoints;

	BroadcastPortFilter(BroadcastPort port, PublisherEndpoints endpoints) {
		this.port = port;
		this.endpoints = endpoints;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (this.port.took(request) && this.endpoints.find(request).isEmpty()) {
			PublisherAnswers.problem(response, HttpStatus.NOT_FOUND.value(), "This port is for publishers only.");
			return;
		}
		chain.doFilter(request, response);
	}

}
