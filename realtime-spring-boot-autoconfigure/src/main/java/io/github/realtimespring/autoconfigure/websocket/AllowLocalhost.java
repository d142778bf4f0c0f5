/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

/**
 * Whether pages served from the developer's own machine may connect. The constants are
 * named after the values of the property.
 */
enum AllowLocalhost {

	/** While no list of origins is configured and no production profile is active. */
	AUTO,

	/** Always, even in production. */
	TRUE,

	/** Only if the list of origins says so. */
	FALSE;

	boolean applies(boolean listed, boolean production) {
		return this == TRUE || (this == AUTO && !listed && !production);
	}

}
