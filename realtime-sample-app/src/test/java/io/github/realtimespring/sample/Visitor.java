/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody with a browser: keeps cookies, does not follow redirects.
 */
final class Visitor {

	private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

	private final HttpClient http = HttpClient.newBuilder().cookieHandler(this.cookies).build();

	private final URI application;

	Visitor(URI application) {
		this.application = application;
	}

	HttpResponse<String> get(String path, String... headers) {
		HttpRequest.Builder request = request(path, headers).GET();
		return send(request.build());
	}

	HttpResponse<String> post(String path, String contentType, String body, String... headers) {
		HttpRequest.Builder request = request(path, headers).header("Content-Type", contentType);
		return send(request.POST(BodyPublishers.ofString(body)).build());
	}

	/** Sends the CSRF token as the page's script does. */
	HttpResponse<String> postJson(String path, String json, String... headers) {
		HttpRequest.Builder request = request(path, headers).header("Content-Type", "application/json")
			.header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"));
		return send(request.POST(BodyPublishers.ofString(json)).build());
	}

	/** Fills in the form. */
	HttpResponse<String> signIn(String user, String password) {
		String csrf = find("name=\"_csrf\" value=\"([^\"]+)\"", get("/login").body());
		HttpResponse<String> answer = post("/login", "application/x-www-form-urlencoded",
				"username=" + user + "&password=" + password + "&_csrf=" + encode(csrf));
		get("/login"); // brings the next CSRF token
		return answer;
	}

	String page(String path) {
		HttpResponse<String> response = get(path);
		if (response.statusCode() != 200) {
			throw new AssertionError(path + " answers " + response.statusCode());
		}
		return response.body();
	}

	void forget(String cookie) {
		this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((candidate) -> candidate.getName().equals(cookie))
			.toList()
			.forEach((found) -> this.cookies.getCookieStore().remove(null, found));
	}

	private String cookie(String name) {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals(name))
			.map(HttpCookie::getValue)
			.findFirst()
			.orElse("");
	}

	private HttpRequest.Builder request(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.application.resolve(path));
		return (headers.length > 0) ? request.headers(headers) : request;
	}

	private HttpResponse<String> send(HttpRequest request) {
		try {
			return this.http.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What the first group matches. */
	static String find(String pattern, String text) {
		Matcher matcher = Pattern.compile(pattern).matcher(text);
		if (!matcher.find()) {
			throw new AssertionError("No " + pattern + " in " + text);
		}
		return matcher.group(1);
	}

	private static String encode(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

}
