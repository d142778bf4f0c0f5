/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;

import org.springframework.util.ClassUtils;

/**
 * One configuration key, as the metadata describes it.
 *
 * @param name its name
 * @param type the name of its type, or nothing
 * @param description its description, or nothing
 * @param defaultValue its default, or nothing
 */
record ConfigurationKey(String name, String type, String description, String defaultValue) {

	static ConfigurationKey of(JsonNode property) {
		JsonNode value = property.path("defaultValue");
		String defaultValue = value.isArray() ? StreamSupport.stream(value.spliterator(), false)
			.map(JsonNode::asString)
			.collect(Collectors.joining(",")) : value.asString("");
		return new ConfigurationKey(property.path("name").asString(""), property.path("type").asString(""),
				property.path("description").asString(""), defaultValue);
	}

	String group() {
		return this.name.substring(0, this.name.lastIndexOf('.'));
	}

	/** As the file of known keys has it. */
	String pattern() {
		return this.type.startsWith("java.util.Map") ? this.name + ".*" : this.name;
	}

	/** The constants of an enum, the way one writes them. */
	String values() {
		try {
			Class<?> resolved = ClassUtils.forName(this.type.replaceAll("<.*", ""), null);
			return resolved.isEnum() ? Arrays.stream(resolved.getEnumConstants())
				.map((constant) -> value((Enum<?>) constant))
				.collect(Collectors.joining("`, `", " One of `", "`.")) : "";
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String value(Enum<?> constant) {
		return constant.name().startsWith("HS") ? constant.name() : constant.name().toLowerCase(Locale.ROOT);
	}

}
