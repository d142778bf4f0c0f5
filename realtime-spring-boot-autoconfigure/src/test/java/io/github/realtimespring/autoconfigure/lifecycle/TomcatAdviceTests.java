/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.lifecycle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TomcatAdvice}.
 */
@ExtendWith(OutputCaptureExtension.class)
class TomcatAdviceTests {

	@ParameterizedTest
	@ValueSource(strings = { "11.0.0.0", "11.0.22.0", "11.0.25", "11.0.9.0" })
	void versionWithVulnerabilitiesIsWarnedOf(String version, CapturedOutput output) {
		new TomcatAdvice(version).give();
		assertThat(output).containsPattern(
				"WARN .*Tomcat 11\\.0\\.\\d+ has published vulnerabilities \\(CVEs\\) that are corrected in 11\\.0\\.26\\. "
						+ "Set the property 'tomcat\\.version' of your build to 11\\.0\\.27 or later");
	}

	@ParameterizedTest
	@ValueSource(strings = { "11.0.26.0", "11.0.27.0", "11.0.100", "11.1.0.0", "12.0.1.0", "11.0.M1", "", "11" })
	void otherVersionsAreNot(String version, CapturedOutput output) {
		new TomcatAdvice(version).give();
		assertThat(output).doesNotContain("vulnerabilities");
	}

	@Test
	void runningVersionIsFound() {
		assertThat(TomcatAdvice.ofRunningVersion().version()).startsWith("11.");
	}

}
