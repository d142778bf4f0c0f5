/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import java.util.List;
import java.util.Map;

import org.springframework.boot.autoconfigure.AutoConfigurationImportSelector;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ClassUtils;

/**
 * Selects our auto-configurations and what they stand on the way an application does it:
 * those whose classes are missing are left out before any is loaded.
 */
class OurAutoConfigurations extends AutoConfigurationImportSelector {

	private static final String OURS = "io.github.realtimespring.";

	private static final List<String> FOUNDATION = List.of(DispatcherServletAutoConfiguration.class.getName(),
			WebMvcAutoConfiguration.class.getName());

	@Override
	protected AnnotationAttributes getAttributes(AnnotationMetadata metadata) {
		return new AnnotationAttributes(Map.of("exclude", new String[0], "excludeName", new String[0]));
	}

	@Override
	protected List<String> getCandidateConfigurations(AnnotationMetadata metadata, AnnotationAttributes attributes) {
		return super.getCandidateConfigurations(metadata, attributes).stream()
			.filter((name) -> name.startsWith(OURS)
					|| (FOUNDATION.contains(name) && ClassUtils.isPresent(name, getBeanClassLoader())))
			.toList();
	}

}
