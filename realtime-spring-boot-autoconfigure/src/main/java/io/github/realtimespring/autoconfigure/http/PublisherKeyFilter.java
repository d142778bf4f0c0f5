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
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Guards the endpoints for publishers. Runs before Spring Security and before every
 * filter that reads parameters, because a publisher's key is not one of the application's
 * tokens and its body is not a form. Answers everything but a POST with a good key by
 * itself.
 */
class PublisherKeyFilter extends OncePerRequestFilter {

	/** After the filters for character encoding, forwarded headers and observations. */
	static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 20;

	/** Tells the controller that this filter has seen the request. */
	static final String PASSED = PublisherKeyFilter.class.getName() + ".PASSED";

	private final PublisherEndpoints endpoints;

	private final PublisherCors cors;

	private final PublisherAnswers answers;

	private final @Nullable BroadcastPort port;

	PublisherKeyFilter(PublisherEndpoints endpoints, PublisherCors cors, PublisherAnswers answers,
			@Nullable BroadcastPort port) {
		this.endpoints = endpoints;
		this.cors = cors;
		this.answers = answers;
		this.port = port;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		PublisherEndpoint endpoint = this.endpoints.find(request).orElse(null);
		if (endpoint == null) {
			chain.doFilter(request, response);
			return;
		}
		if (this.port != null && !this.port.took(request)) {
			PublisherAnswers.problem(response, HttpStatus.NOT_FOUND.value(),
					"This endpoint listens on the port of 'realtime.broadcast.port' only.");
			return;
		}
		if (endpoint.cors()) {
			this.cors.addHeaders(request, response, endpoint.methods());
			if (HttpMethod.OPTIONS.matches(request.getMethod())) {
				response.setStatus(HttpStatus.OK.value());
				return;
			}
		}
		try {
			check(request, response, endpoint);
		}
		catch (Refusal refusal) {
			this.answers.refuse(response, endpoint.source(), refusal);
			return;
		}
		request.setAttribute(PASSED, endpoint);
		chain.doFilter(new PublisherRequest(request), response);
	}

	private static void check(HttpServletRequest request, HttpServletResponse response, PublisherEndpoint endpoint) {
		if (!HttpMethod.POST.matches(request.getMethod())) {
			response.setHeader(HttpHeaders.ALLOW, endpoint.methods());
			throw new Refusal(PublicationFailure.METHOD, "Publish with POST.");
		}
		if (!endpoint.isOpen() && !endpoint.keys().accept(request.getHeader(HttpHeaders.AUTHORIZATION))) {
			throw new Refusal(PublicationFailure.KEY, endpoint.keyHint());
		}
	}

}
