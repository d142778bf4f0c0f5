/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.util.List;

import io.github.realtimespring.autoconfigure.RealtimeSecretsAutoConfiguration;
import io.github.realtimespring.autoconfigure.jwt.RealtimeJwtAutoConfiguration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OriginsConfiguration} and {@link RealtimeHandshakeAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class OriginsConfigurationTests {

	private static final String PROPERTY = "realtime.origins.allowed=https://property.example, https://*.p.example,,";

	private static final String ALIAS = "WS_ALLOWED_ORIGINS= https://env.example ,, https://*.e.example";

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(RealtimeSecretsAutoConfiguration.class,
				RealtimeJwtAutoConfiguration.class, RealtimeHandshakeAutoConfiguration.class))
		.withPropertyValues("realtime.secret=0123456789abcdef0123456789abcdef");

	@Test
	@DisplayName("K5: origins come from the property")
	void k5OriginsComeFromTheProperty() {
		this.contextRunner.withPropertyValues(PROPERTY).run((context) -> {
			assertThat(decide(context, "https://property.example")).isEqualTo(OriginDecision.ALLOWED);
			assertThat(decide(context, "https://a.p.example")).isEqualTo(OriginDecision.ALLOWED);
			assertThat(decide(context, "https://other.example")).isEqualTo(OriginDecision.REFUSED);
			assertThat(decide(context, "http://localhost:4200")).isEqualTo(OriginDecision.REFUSED);
		});
	}

	@Test
	@DisplayName("K5: the property can be set as a YAML list and as an environment variable")
	void k5PropertyBindsFromListsAndTheEnvironment() {
		this.contextRunner
			.withPropertyValues("realtime.origins.allowed[0]=https://property.example",
					"realtime.origins.allowed[1]=https://second.example")
			.run((context) -> assertThat(decide(context, "https://second.example")).isEqualTo(OriginDecision.ALLOWED));
		this.contextRunner
			.withInitializer((context) -> EnvironmentVariables.add(context, "REALTIME_ORIGINS_ALLOWED",
					"https://property.example,https://second.example"))
			.run((context) -> assertThat(decide(context, "https://second.example")).isEqualTo(OriginDecision.ALLOWED));
	}

	@Test
	@DisplayName("K5: origins come from WS_ALLOWED_ORIGINS")
	void k5OriginsComeFromTheAlias() {
		this.contextRunner
			.withInitializer((context) -> EnvironmentVariables.add(context, "WS_ALLOWED_ORIGINS",
					"https://env.example, https://*.e.example"))
			.run((context) -> {
				assertThat(decide(context, "https://env.example")).isEqualTo(OriginDecision.ALLOWED);
				assertThat(decide(context, "https://a.e.example")).isEqualTo(OriginDecision.ALLOWED);
				assertThat(decide(context, "http://localhost:4200")).isEqualTo(OriginDecision.REFUSED);
			});
	}

	@Test
	@DisplayName("K5: origins come from the bean that holds the CORS configuration, for the path of the handshake")
	void k5OriginsComeFromTheCorsBean() {
		this.contextRunner.withUserConfiguration(CorsBeanConfiguration.class).run((context) -> {
			assertThat(decide(context, "https://cors.example")).isEqualTo(OriginDecision.ALLOWED);
			assertThat(decide(context, "https://a.c.example:8081")).isEqualTo(OriginDecision.ALLOWED);
			assertThat(decide(context, "https://a.c.example")).isEqualTo(OriginDecision.REFUSED);
			assertThat(decide(context, "https://any.example:1234")).isEqualTo(OriginDecision.ALLOWED);
			assertThat(decide(context, "https://api.example")).isEqualTo(OriginDecision.REFUSED);
			assertThat(decide(context, "http://localhost:4200")).isEqualTo(OriginDecision.REFUSED);
			assertThat(decide(context, "http://localhost")).isEqualTo(OriginDecision.ALLOWED);
		});
	}

	@Test
	@DisplayName("K5: origins come from the CORS mappings of Spring MVC")
	void k5OriginsComeFromTheMvcMappings() {
		this.contextRunner.withUserConfiguration(MvcConfiguration.class).run((context) -> {
			assertThat(decide(context, "https://mvc.example")).isEqualTo(OriginDecision.ALLOWED);
			assertThat(decide(context, "https://api.example")).isEqualTo(OriginDecision.REFUSED);
			assertThat(decide(context, "http://localhost:4200")).isEqualTo(OriginDecision.REFUSED);
		});
	}

	@Test
	@DisplayName("K5: the property is stronger than the alias, and both are stronger than CORS")
	void k5PrecedenceIsPropertyThenAliasThenCors() {
		WebApplicationContextRunner cors = this.contextRunner.withUserConfiguration(CorsBeanConfiguration.class);
		cors.withPropertyValues(PROPERTY, ALIAS).run((context) -> {
			assertThat(decide(context, "https://property.example")).isEqualTo(OriginDecision.ALLOWED);
			assertThat(decide(context, "https://env.example")).isEqualTo(OriginDecision.REFUSED);
			assertThat(decide(context, "https://cors.example")).isEqualTo(OriginDecision.REFUSED);
		});
		cors.withPropertyValues(ALIAS).run((context) -> {
			assertThat(decide(context, "https://env.example")).isEqualTo(OriginDecision.ALLOWED);
			assertThat(decide(context, "https://cors.example")).isEqualTo(OriginDecision.REFUSED);
		});
		cors.withPropertyValues("realtime.origins.allowed= ,", "WS_ALLOWED_ORIGINS=").run((context) -> {
			assertThat(decide(context, "https://cors.example")).isEqualTo(OriginDecision.ALLOWED);
			assertThat(decide(context, "https://env.example")).isEqualTo(OriginDecision.REFUSED);
		});
		this.contextRunner.withUserConfiguration(CorsBeanConfiguration.class, MvcConfiguration.class).run((context) -> {
			assertThat(decide(context, "https://cors.example")).isEqualTo(OriginDecision.ALLOWED);
			assertThat(decide(context, "https://mvc.example")).isEqualTo(OriginDecision.REFUSED);
		});
	}

	@Test
	@DisplayName("K7: a wildcard in the CORS configuration is not taken over unless everything is public")
	void k7WildcardOfCorsIsNotTakenOver(CapturedOutput output) {
		WebApplicationContextRunner wildcard = this.contextRunner
			.withUserConfiguration(WildcardCorsConfiguration.class);
		wildcard.run((context) -> {
			assertThat(decide(context, "https://evil.com")).isEqualTo(OriginDecision.REFUSED);
			assertThat(decide(context, "https://a.fine.example")).isEqualTo(OriginDecision.ALLOWED);
			assertThat(decide(context, "http://localhost:4200")).isEqualTo(OriginDecision.REFUSED);
			assertThat(output).containsOnlyOnce("The origin '*' of the CORS configuration is not taken over")
				.containsOnlyOnce("The origin 'http*://x.example' of the CORS configuration is not taken over");
		});
		wildcard.withPropertyValues("realtime.public=true")
			.run((context) -> assertThat(decide(context, "https://evil.com")).isEqualTo(OriginDecision.ALLOWED));
	}

	@ParameterizedTest
	@CsvSource({ "realtime.origins.allowed", "WS_ALLOWED_ORIGINS" })
	@DisplayName("K7: a wildcard stops the start unless everything is public")
	void k7WildcardStopsTheStart(String source) {
		this.contextRunner.withPropertyValues(source + "=https://a.example,*")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(WildcardOriginException.class)
				.hasMessage("'" + source + "' allows every origin ('*') but 'realtime.public' is not true"));
		this.contextRunner.withPropertyValues(source + "=*", "realtime.public=true")
			.run((context) -> assertThat(decide(context, "https://evil.com")).isEqualTo(OriginDecision.ALLOWED));
	}

	@Test
	@DisplayName("K7: a wildcard beside the cookie carrier stops the start even if everything is public")
	void k7WildcardBesideTheCookieStopsTheStart() {
		this.contextRunner
			.withPropertyValues("realtime.origins.allowed=*", "realtime.public=true",
					"realtime.jwt.cookie=access_token")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(WildcardOriginException.class)
				.hasMessageContaining("realtime.jwt.cookie"));
	}

	@Test
	@DisplayName("A26: an entry in the style of AnyCable stops the start with a sentence that shows the fix")
	void a26HostOnlyEntryStopsTheStart() {
		this.contextRunner.withPropertyValues("realtime.origins.allowed=https://a.example,*.mydomain.com")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("write 'https://*.mydomain.com'")
				.hasMessageNotContaining("a.example"));
		this.contextRunner.withPropertyValues("WS_ALLOWED_ORIGINS=app.example")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("'app.example' in 'WS_ALLOWED_ORIGINS'"));
	}

	@ParameterizedTest
	@CsvSource({ "auto, true, dev", "auto, false, prod", "auto, false, production", "true, true, prod",
			"false, false, dev", "AUTO, true, dev", "TRUE, true, prod" })
	@DisplayName("K4: localhost by property and profile")
	void k4LocalhostByPropertyAndProfile(String value, boolean allowed, String profile) {
		this.contextRunner
			.withPropertyValues("realtime.origins.allow-localhost=" + value, "spring.profiles.active=" + profile)
			.run((context) -> assertThat(decide(context, "http://localhost:4200"))
				.isEqualTo(allowed ? OriginDecision.ALLOWED : OriginDecision.REFUSED));
	}

	@Test
	@DisplayName("K4: which profiles mean production is up to the application")
	void k4ProductionProfilesCanBeChanged() {
		this.contextRunner.withPropertyValues("realtime.production-profiles=live", "spring.profiles.active=prod")
			.run((context) -> assertThat(decide(context, "http://localhost")).isEqualTo(OriginDecision.ALLOWED));
		this.contextRunner.withPropertyValues("realtime.production-profiles=live", "spring.profiles.active=x,live")
			.run((context) -> assertThat(decide(context, "http://localhost:1")).isEqualTo(OriginDecision.REFUSED));
	}

	@Test
	@DisplayName("K8: handshakes without an origin by property")
	void k8MissingOriginByProperty() {
		this.contextRunner.run((context) -> assertThat(decide(context)).isEqualTo(OriginDecision.MISSING));
		this.contextRunner.withPropertyValues("realtime.origins.allow-missing=false")
			.run((context) -> assertThat(decide(context)).isEqualTo(OriginDecision.REFUSED));
	}

	@Test
	void ownOriginsBeanReplacesOurs() {
		this.contextRunner.withBean(AllowedOrigins.class, () -> (request) -> OriginDecision.ALLOWED)
			.run((context) -> assertThat(decide(context, "https://evil.com")).isEqualTo(OriginDecision.ALLOWED));
	}

	@Test
	void backsOffWhenSwitchedOffOrWithoutAServletApplication() {
		this.contextRunner.withPropertyValues("realtime.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(AllowedOrigins.class));
		this.contextRunner.withClassLoader(new FilteredClassLoader(DispatcherServlet.class))
			.run((context) -> assertThat(context).doesNotHaveBean(AllowedOrigins.class));
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(RealtimeHandshakeAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(AllowedOrigins.class));
	}

	private static OriginDecision decide(AssertableWebApplicationContext context, String... origins) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/cable");
		request.setServletPath("/cable");
		for (String origin : origins) {
			request.addHeader("Origin", origin);
		}
		request.setServerPort(8080);
		if (List.of(origins).contains("http://localhost")) {
			request.setServerPort(80);
		}
		return ((ApplicationContext) context).getBean(AllowedOrigins.class).decide(request);
	}

	@Configuration(proxyBeanMethods = false)
	static class CorsBeanConfiguration {

		@Bean
		CorsConfigurationSource corsConfigurationSource() {
			CorsConfiguration cable = new CorsConfiguration();
			cable.setAllowedOrigins(List.of("https://cors.example"));
			cable.setAllowedOriginPatterns(List.of("https://*.c.example:[8080,8081]", "https://any.example:[*]"));
			CorsConfiguration api = new CorsConfiguration();
			api.setAllowedOrigins(List.of("https://api.example"));
			UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration("/cable/**", cable);
			source.registerCorsConfiguration("/api/**", api);
			return source;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WildcardCorsConfiguration {

		@Bean
		CorsConfigurationSource corsConfigurationSource() {
			CorsConfiguration cors = new CorsConfiguration();
			cors.setAllowedOriginPatterns(List.of("*", "http*://x.example", "https://*.fine.example"));
			return (request) -> cors;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebMvc
	static class MvcConfiguration implements WebMvcConfigurer {

		@Override
		public void addCorsMappings(CorsRegistry registry) {
			registry.addMapping("/cable").allowedOrigins("https://mvc.example");
			registry.addMapping("/api/**").allowedOrigins("https://api.example");
		}

	}

}
