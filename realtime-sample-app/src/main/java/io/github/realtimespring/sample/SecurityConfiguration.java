/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.sample;

import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.security.autoconfigure.web.servlet.PathRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Form login, as any application has it. Nothing here is about the realtime server: the
 * starter lets its own paths pass, and those answer to tokens and keys instead.
 * <p>
 * A restart logs nobody out, and any instance will do: the login is remembered in a
 * signed cookie, and the CSRF token is a cookie that the page's script sends back.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	@Bean
	SecurityFilterChain web(HttpSecurity http, LogoutDisconnect logoutDisconnect,
			@Value("${realtime.secret}") String secret) {
		http.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
			.permitAll()
			.requestMatchers(PathRequest.toStaticResources().atCommonLocations())
			.permitAll()
			.requestMatchers(EndpointRequest.to("health"))
			.permitAll()
			.anyRequest()
			.authenticated());
		http.formLogin((form) -> form.loginPage("/login").defaultSuccessUrl("/", true).permitAll());
		// for curl and the collector of metrics
		http.httpBasic(Customizer.withDefaults());
		http.rememberMe((remember) -> remember.key("sample-remember-me:" + secret).alwaysRemember(true));
		http.logout((logout) -> logout.addLogoutHandler(logoutDisconnect).permitAll());
		http.csrf(CsrfConfigurer::spa);
		http.headers((headers) -> headers
			.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_SECURITY_POLICY)));
		return http.build();
	}

	@Bean
	UserDetailsService users() {
		InMemoryUserDetailsManager users = new InMemoryUserDetailsManager();
		for (DemoUser user : DemoUser.values()) {
			users.createUser(
					User.withUsername(user.username()).password("{noop}" + user.password()).roles("USER").build());
		}
		// not the manager itself: it would encode the passwords anew at each start, and
		// end remembered logins
		return users::loadUserByUsername;
	}

}
