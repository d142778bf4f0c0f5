/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.security;

import java.util.List;

import javax.crypto.spec.SecretKeySpec;

import io.github.realtimespring.autoconfigure.RealtimePaths;
import io.github.realtimespring.autoconfigure.http.TestServer;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Applications with the Spring Security configurations that matter.
 */
final class SecuredApplications {

	private SecuredApplications() {
	}

	/** What Spring Boot does when the application configures nothing. */
	@Configuration(proxyBeanMethods = false)
	@Import(Endpoints.class)
	@ImportAutoConfiguration({ SecurityAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class,
			UserDetailsServiceAutoConfiguration.class, SecurityFilterAutoConfiguration.class })
	static class BootDefault {

	}

	@Configuration(proxyBeanMethods = false)
	static class FormLogin extends BootDefault {

		@Bean
		SecurityFilterChain formLoginChain(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.formLogin(Customizer.withDefaults())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Endpoints.class)
	@ImportAutoConfiguration({ SecurityAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class,
			UserDetailsServiceAutoConfiguration.class, SecurityFilterAutoConfiguration.class,
			OAuth2ResourceServerAutoConfiguration.class, OAuth2ResourceServerWebSecurityAutoConfiguration.class })
	static class ResourceServer {

		@Bean
		JwtDecoder jwtDecoder() {
			return NimbusJwtDecoder.withSecretKey(new SecretKeySpec(TestServer.SECRET.getBytes(), "HmacSHA256"))
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NoRules extends BootDefault {

		@Bean
		SecurityFilterChain chainWithoutRules(HttpSecurity http) {
			return http.httpBasic(Customizer.withDefaults()).build();
		}

	}

	/** Two chains, the narrower one for a path that ours is below. */
	@Configuration(proxyBeanMethods = false)
	static class TwoChains extends BootDefault {

		@Bean
		SecurityFilterChain apiChain(HttpSecurity http) {
			return http.securityMatcher("/api/**")
				.authorizeHttpRequests((requests) -> requests.anyRequest().denyAll())
				.build();
		}

		@Bean
		SecurityFilterChain restChain(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().denyAll()).build();
		}

	}

	@RestController
	static class Endpoints {

		@Bean
		RealtimePaths cablePaths() {
			return new RealtimePaths(List.of("/cable", "/cable/{tenant}"));
		}

		@RequestMapping({ "/page", "/api/page", "/cable", "/cable/{tenant}", "/cable/{tenant}/more", "/realtime/page",
				"/_broadcast/page" })
		String page() {
			return "page";
		}

	}

}
