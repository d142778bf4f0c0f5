/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.util.List;

import io.github.realtimespring.autoconfigure.PublicationSource;
import io.github.realtimespring.autoconfigure.RealtimePaths;
import io.github.realtimespring.autoconfigure.RealtimeSecretsAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletPath;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BroadcastHttpAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class BroadcastHttpAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(
			DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class,
			RealtimeSecretsAutoConfiguration.class, BroadcastHttpAutoConfiguration.class);

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS)
		.withBean(RecordingBroadcastService.class)
		.withPropertyValues("realtime.secret=" + TestServer.SECRET);

	@Test
	void pathsOfTheEndpointsAreContributed() {
		this.contextRunner.run((context) -> assertThat(context.getBean(RealtimePaths.class).patterns())
			.containsExactly("/_broadcast", "/api/publish"));
	}

	@Test
	void pathsCanBeChanged() {
		this.contextRunner
			.withPropertyValues("realtime.broadcast.path=/internal/publish", "realtime.api.path=/realtime/api/")
			.run((context) -> assertThat(context.getBean(RealtimePaths.class).patterns())
				.containsExactly("/internal/publish", "/realtime/api/publish"));
	}

	@Test
	void endpointsCanBeSwitchedOff() {
		this.contextRunner.withPropertyValues("realtime.broadcast.enabled=false")
			.run((context) -> assertThat(context.getBean(RealtimePaths.class).patterns())
				.containsExactly("/api/publish"));
		this.contextRunner.withPropertyValues("realtime.broadcast.enabled=false", "realtime.api.enabled=false")
			.run((context) -> {
				assertThat(context.getBean(RealtimePaths.class).patterns()).isEmpty();
				assertThat(context.getBean("realtimePublisherKeyFilter", FilterRegistrationBean.class).isEnabled())
					.isFalse();
			});
	}

	@Test
	void withoutAKeyNothingIsRegistered() {
		new WebApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.withBean(RecordingBroadcastService.class)
			.run((context) -> assertThat(context.getBean(RealtimePaths.class).patterns()).isEmpty());
	}

	@Test
	void whenDisabledBacksOff() {
		this.contextRunner.withPropertyValues("realtime.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(BroadcastHttpAutoConfiguration.class));
	}

	@Test
	void withoutABroadcastServiceBacksOff() {
		new WebApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.run((context) -> assertThat(context).doesNotHaveBean(BroadcastHttpAutoConfiguration.class));
	}

	@Test
	void withoutSpringMvcBacksOff() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(DispatcherServletPath.class))
			.run((context) -> assertThat(context).doesNotHaveBean(BroadcastHttpAutoConfiguration.class));
	}

	@Test
	void outsideAWebApplicationBacksOff() {
		new ApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.withBean(RecordingBroadcastService.class)
			.run((context) -> assertThat(context).doesNotHaveBean(BroadcastHttpAutoConfiguration.class));
	}

	@Test
	void counterOfTheApplicationReplacesOurs() {
		this.contextRunner.withBean(PublicationCounter.class, IgnoringCounter::new)
			.run((context) -> assertThat(context).doesNotHaveBean(PublicationCounts.class));
	}

	@Test
	void a18ThereIsNoPortOfItsOwnUnlessItIsSet() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(BroadcastPort.class));
	}

	@Test
	void a18ContainersThatAreAbsentAreNotConfigured() {
		this.contextRunner.withPropertyValues("realtime.broadcast.port=0")
			.run((context) -> assertThat(context).hasBean("realtimeTomcatBroadcastPort")
				.hasBean("realtimeJettyBroadcastPort"));
		this.contextRunner.withPropertyValues("realtime.broadcast.port=0")
			.withClassLoader(
					new FilteredClassLoader(TomcatServletWebServerFactory.class, JettyServletWebServerFactory.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(BroadcastPort.class)
				.doesNotHaveBean("realtimeTomcatBroadcastPort")
				.doesNotHaveBean("realtimeJettyBroadcastPort"));
	}

	@Test
	void a18PortThatNoServerOpensIsLogged(CapturedOutput output) {
		this.contextRunner.withPropertyValues("realtime.broadcast.port=8090").run((context) -> {
			assertThat(context.getBean(BroadcastPort.class).getPort()).isNegative();
			assertThat(output).contains("'realtime.broadcast.port' needs the application's own Tomcat or Jetty");
		});
	}

	@ParameterizedTest
	@CsvSource({ "realtime.broadcast.path,_broadcast", "realtime.broadcast.path,/", "realtime.broadcast.path,/a/*",
			"realtime.broadcast.path,/{a}", "realtime.broadcast.path,/a b", "realtime.broadcast.path,/api/publish",
			"realtime.api.path,api", "realtime.api.path,//api", "realtime.broadcast.port,-1",
			"realtime.broadcast.port,65536", "realtime.broadcast.port,''", "realtime.broadcast.max-batch,0",
			"realtime.broadcast.max-body-size,0B" })
	void wrongValueStopsTheStart(String property, String value) {
		this.contextRunner.withPropertyValues(property + "=" + value)
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class));
	}

	@Test
	void propertiesDoNotShowTheirKeys() {
		this.contextRunner.withPropertyValues("realtime.broadcast.key=s3cret", "realtime.api.key=s3cret")
			.run((context) -> assertThat(List.of(context.getBean(BroadcastProperties.class).toString(),
					context.getBean(ApiProperties.class).toString()))
				.noneMatch((text) -> text.contains("s3cret")));
	}

	static class IgnoringCounter implements PublicationCounter {

		@Override
		public void accepted(PublicationSource source, int count) {
		}

		@Override
		public void failed(PublicationSource source, PublicationFailure reason) {
		}

	}

}
