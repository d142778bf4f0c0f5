/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.StreamUtils;

/**
 * Warns about configuration keys that nothing reads. A key that is spelled wrongly is
 * otherwise silently without effect, which is bad where it was meant to make something
 * safer. Values are never shown.
 */
final class UnknownKeys {

	private static final Log logger = LogFactory.getLog(UnknownKeys.class);

	private static final String PREFIX = "realtime.";

	/** One key a line; every jar of ours may bring the file. */
	private static final String KNOWN = "META-INF/realtime/configuration-keys";

	private static final String METADATA = "META-INF/spring-configuration-metadata.json";

	/** Documented, but for what comes with a later version. */
	private static final List<String> LATER = List.of("realtime.backend.required", "realtime.backend.outage",
			"realtime.history.streams.", "realtime.presence.", "realtime.redis.", "realtime.sessions.",
			"realtime.streams.presence");

	private final ClassLoader classLoader;

	UnknownKeys(ClassLoader classLoader) {
		this.classLoader = classLoader;
	}

	void warn(ConfigurableEnvironment environment) {
		List<String> known = resources(KNOWN).flatMap(String::lines).filter((line) -> !line.isBlank()).toList();
		if (known.isEmpty()) {
			return;
		}
		KeyNames names = new KeyNames(known);
		for (String key : configured(environment)) {
			if (!names.contains(key) && !belongsToTheApplication(key)) {
				logger.warn("The configuration property '" + key + "' " + problem(key, names));
			}
		}
	}

	private static String problem(String key, KeyNames names) {
		if (LATER.stream().anyMatch(key::startsWith)) {
			return "has no effect in this version; a later one will use it.";
		}
		String nearest = names.nearest(key);
		return "is unknown and has no effect." + ((nearest != null) ? " Did you mean '" + nearest + "'?" : "");
	}

	private static Set<String> configured(ConfigurableEnvironment environment) {
		Set<String> keys = new LinkedHashSet<>();
		for (PropertySource<?> source : environment.getPropertySources()) {
			if (source instanceof EnumerablePropertySource<?> enumerable
					&& !(source instanceof SystemEnvironmentPropertySource)) {
				Collections.addAll(keys, enumerable.getPropertyNames());
			}
		}
		keys.removeIf((key) -> !key.startsWith(PREFIX));
		return keys;
	}

	/**
	 * Its own metadata may describe keys below our prefix. Rarely asked, so not indexed.
	 */
	private boolean belongsToTheApplication(String key) {
		return resources(METADATA).anyMatch((metadata) -> metadata.contains("\"" + key + "\""));
	}

	private Stream<String> resources(String name) {
		try {
			Collection<URL> urls = Collections.list(this.classLoader.getResources(name));
			return urls.stream().map(UnknownKeys::read);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(URL url) {
		try (var in = url.openStream()) {
			return StreamUtils.copyToString(in, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static UnknownKeys of(@Nullable ClassLoader classLoader) {
		return new UnknownKeys((classLoader != null) ? classLoader : UnknownKeys.class.getClassLoader());
	}

}
