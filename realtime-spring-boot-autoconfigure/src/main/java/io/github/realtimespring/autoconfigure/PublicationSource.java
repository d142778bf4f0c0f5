/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import java.util.Locale;
import java.util.function.Supplier;

/**
 * Where a publication comes from, for meters and observations.
 */
public enum PublicationSource {

	/** The application's code. */
	CODE,

	/** The endpoint of {@code realtime.broadcast.path}. */
	HTTP,

	/** The REST API below {@code realtime.api.path}. */
	API;

	private static final ThreadLocal<PublicationSource> CURRENT = new ThreadLocal<>();

	/**
	 * The source on whose behalf the current thread publishes.
	 * @return the source, {@link #CODE} unless told otherwise
	 */
	public static PublicationSource current() {
		PublicationSource source = CURRENT.get();
		return (source != null) ? source : CODE;
	}

	/**
	 * Publish on behalf of this source.
	 * @param <T> the type of the result
	 * @param publishing what publishes, on the current thread
	 * @return what it returns
	 */
	public <T> T publish(Supplier<T> publishing) {
		CURRENT.set(this);
		try {
			return publishing.get();
		}
		finally {
			CURRENT.remove();
		}
	}

	/**
	 * The source as a tag's value.
	 * @return the name in lower case
	 */
	public String tag() {
		return name().toLowerCase(Locale.ROOT);
	}

}
