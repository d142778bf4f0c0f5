/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What stands between the instances of an application.
 *
 * @param type Kind of backend.
 */
@ConfigurationProperties("realtime.backend")
record BackendProperties(@DefaultValue("auto") Type type) {

	/**
	 * Kinds of backends.
	 */
	enum Type {

		/** Whatever the application's configuration allows. */
		AUTO,

		/** The memory of this instance. */
		MEMORY

	}

}
