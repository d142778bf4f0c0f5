/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.security;

import java.util.List;
import java.util.stream.Stream;

import io.github.realtimespring.autoconfigure.RealtimePaths;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that makes every
 * {@code SecurityFilterChain} of the application let the realtime server's paths pass.
 * Publishes no chain, as that would switch off Spring Boot's.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass({ HttpSecurity.class, PathPatternRequestMatcher.class })
@ConditionalOnBooleanProperty(name = "realtime.enabled", matchIfMissing = true)
public final class RealtimeSecurityAutoConfiguration {

	private static final List<String> BROWSER_CLIENT = List.of("/realtime/*.js", "/realtime/*.mjs");

	@Bean
	Customizer<HttpSecurity> realtimeHttpSecurityCustomizer(ObjectProvider<RealtimePaths> paths) {
		return (http) -> {
			RequestMatcher ours = matcher(paths.stream().toList());
			http.csrf((csrf) -> csrf.ignoringRequestMatchers(ours));
			http.with(new RealtimeHttpConfigurer(ours));
		};
	}

	private static RequestMatcher matcher(List<RealtimePaths> paths) {
		PathPatternRequestMatcher.Builder builder = PathPatternRequestMatcher.withDefaults();
		Stream<RequestMatcher> contributed = paths.stream()
			.flatMap((bean) -> bean.patterns().stream())
			.map(builder::matcher);
		Stream<RequestMatcher> client = BROWSER_CLIENT.stream()
			.map((pattern) -> builder.matcher(HttpMethod.GET, pattern));
		return new OrRequestMatcher(Stream.concat(contributed, client).toList());
	}

}
