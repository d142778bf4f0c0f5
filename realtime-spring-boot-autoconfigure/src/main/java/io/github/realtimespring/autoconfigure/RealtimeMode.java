/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.core.env.Environment;

/**
 * How the application runs as far as safety is concerned. Immutable.
 */
public final class RealtimeMode {

	private final boolean open;

	private final boolean production;

	/**
	 * Find out how the application runs.
	 * @param properties the properties
	 * @param environment the environment whose profiles count
	 * @throws PublicInProductionException if everything is open to everybody although a
	 * production profile is active, and nobody insists
	 * @throws ContradictingPropertiesException if tokens are demanded all the same
	 */
	public RealtimeMode(RealtimeProperties properties, Environment environment) {
		this.open = properties.open();
		List<String> profiles = properties.productionProfiles();
		this.production = Stream.of(environment.getActiveProfiles()).anyMatch(profiles::contains);
		if (this.open && this.production && !properties.forcePublic()) {
			throw new PublicInProductionException(profiles);
		}
		if (this.open && Boolean.TRUE.equals(environment.getProperty("realtime.jwt.enforce", Boolean.class))) {
			throw new ContradictingPropertiesException(
					"'realtime.public' says that everybody may connect, 'realtime.jwt.enforce' that nobody may without "
							+ "a token",
					"Remove one of them. Without 'realtime.public', tokens are demanded by default.");
		}
	}

	/**
	 * Whether there is no authentication ({@code realtime.public}).
	 * @return {@code true} if everybody may do everything
	 */
	public boolean isOpen() {
		return this.open;
	}

	/**
	 * Whether one of {@code realtime.production-profiles} is active.
	 * @return {@code true} in production
	 */
	public boolean isProduction() {
		return this.production;
	}

}
