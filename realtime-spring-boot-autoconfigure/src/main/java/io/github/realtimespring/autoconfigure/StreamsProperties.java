/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Properties of streams.
 *
 * @param secret Secret of at least 32 bytes that stream names are signed with, if it
 * shall differ from 'realtime.secret'. The value 'none' refuses every signed name.
 * @param open Whether clients may subscribe to streams by their plain names.
 * @param whisper Whether subscribers with a signed name may whisper to the other
 * subscribers. Those of a public stream always may.
 * @param turbo Whether the channel of Turbo Streams is served.
 */
@ConfigurationProperties("realtime.streams")
record StreamsProperties(@Nullable String secret, @Name("public") @DefaultValue("false") boolean open,
		@DefaultValue("false") boolean whisper, @DefaultValue("true") boolean turbo) {

	/**
	 * Names no secret.
	 */
	@Override
	public String toString() {
		return "StreamsProperties[public=" + this.open + ", whisper=" + this.whisper + "]";
	}

}
