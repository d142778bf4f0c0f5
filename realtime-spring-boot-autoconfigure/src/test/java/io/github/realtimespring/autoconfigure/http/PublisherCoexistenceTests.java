/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.net.http.HttpResponse;
import java.util.List;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.servlet.filter.OrderedHiddenHttpMethodFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the endpoint beside filters and controllers of an application that would
 * spoil its requests.
 */
class PublisherCoexistenceTests {

	private static final String BODY = "{\"stream\":\"a\",\"data\":\"_method=DELETE&x=y\"}";

	private static TestServer server;

	@BeforeAll
	static void start() {
		server = TestServer.tomcat(GreedyApplication.class, "realtime.secret=" + TestServer.SECRET,
				"spring.servlet.multipart.resolve-lazily=false");
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@BeforeEach
	void reset() {
		server.published().reset();
	}

	@Test
	void a14FiltersThatReadParametersDoNotReadTheBody() {
		for (String contentType : List.of("application/x-www-form-urlencoded", "multipart/form-data; boundary=x")) {
			HttpResponse<String> response = server.post("/_broadcast?_method=DELETE", BODY,
					TestServer.withKey("Content-Type", contentType));
			assertThat(response.statusCode()).isEqualTo(201);
			assertThat(response.headers().firstValue("Seen")).hasValue("application/json null null []");
		}
		assertThat(server.published().messages()).hasSize(2).containsOnly("a TEXT _method=DELETE&x=y");
	}

	@Test
	void a14CorsRulesOfTheApplicationDoNotJudgePublishers() {
		HttpResponse<String> response = server.post("/_broadcast", BODY,
				TestServer.withKey("Origin", "https://elsewhere.example"));
		assertThat(response.statusCode()).isEqualTo(201);
		assertThat(server.post("/page", "", "Origin", "https://elsewhere.example").statusCode()).isEqualTo(403);
	}

	@Test
	void a14ControllerForEveryPathDoesNotTakeIt() {
		assertThat(server.post("/page", "").body()).isEqualTo("application");
		assertThat(server.publish(BODY).body()).isEmpty();
		assertThat(server.published().publications()).hasSize(1);
	}

	@Test
	void otherRequestsAreLeftAlone() {
		HttpResponse<String> response = server.post("/page", "x=y", "Content-Type", "application/x-www-form-urlencoded",
				"Authorization", "Bearer x");
		assertThat(response.headers().firstValue("Seen"))
			.hasValue("application/x-www-form-urlencoded Bearer x null [x]");
	}

	@RestController
	@Configuration(proxyBeanMethods = false)
	static class GreedyApplication {

		@Bean
		OrderedHiddenHttpMethodFilter hiddenHttpMethodFilter() {
			return new OrderedHiddenHttpMethodFilter();
		}

		@Bean
		CorsFilter corsFilter() {
			UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration("/**", new CorsConfiguration());
			return new CorsFilter(source);
		}

		@Bean
		FilterRegistrationBean<Filter> greedyFilter() {
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
				HttpServletRequest http = (HttpServletRequest) request;
				String seen = http.getContentType() + " " + http.getHeader("Authorization") + " "
						+ http.getHeader("Origin") + " " + http.getParameterMap().keySet();
				((HttpServletResponse) response).setHeader("Seen", seen);
				chain.doFilter(request, response);
			});
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
			return registration;
		}

		@PostMapping("/**")
		String everything() {
			return "application";
		}

	}

}
