/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.hub;

/**
 * How the hub is built.
 *
 * @param shards the number of shards, each with a thread
 * @param queueCapacity how many publications may wait at one shard
 */
public record HubSettings(int shards, int queueCapacity) {

	/**
	 * One shard a core, at most 16,384 publications waiting at each.
	 * @return the settings
	 */
	public static HubSettings defaults() {
		return new HubSettings(Math.max(1, Runtime.getRuntime().availableProcessors()), 16384);
	}

}
