/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * A request whose key was checked, as everything behind the key filter sees it: without
 * the key, which a bearer token filter would take for a token; without the origin, which
 * the application's CORS rules would judge; and with a body that is JSON, whatever the
 * publisher says. Asking for parameters or parts must not read that body, as it would be
 * gone: curl's default content type is a form's.
 */
class PublisherRequest extends HttpServletRequestWrapper {

	private static final Set<String> HIDDEN = hidden();

	PublisherRequest(HttpServletRequest request) {
		super(request);
	}

	private static Set<String> hidden() {
		Set<String> hidden = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		hidden.addAll(List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.ORIGIN));
		return Collections.unmodifiableSet(hidden);
	}

	@Override
	public String getContentType() {
		return MediaType.APPLICATION_JSON_VALUE;
	}

	@Override
	public @Nullable String getHeader(String name) {
		if (HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name)) {
			return getContentType();
		}
		return (HIDDEN.contains(name)) ? null : super.getHeader(name);
	}

	@Override
	public Enumeration<String> getHeaders(String name) {
		if (HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name)) {
			return Collections.enumeration(List.of(getContentType()));
		}
		return (HIDDEN.contains(name)) ? Collections.emptyEnumeration() : super.getHeaders(name);
	}

	@Override
	public Enumeration<String> getHeaderNames() {
		List<String> names = Collections.list(super.getHeaderNames());
		names.removeIf(HIDDEN::contains);
		return Collections.enumeration(names);
	}

	@Override
	public @Nullable String getParameter(String name) {
		return null;
	}

	@Override
	public String @Nullable [] getParameterValues(String name) {
		return null;
	}

	@Override
	public Enumeration<String> getParameterNames() {
		return Collections.emptyEnumeration();
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		return Map.of();
	}

	@Override
	public Collection<Part> getParts() {
		return List.of();
	}

	@Override
	public @Nullable Part getPart(String name) {
		return null;
	}

}
