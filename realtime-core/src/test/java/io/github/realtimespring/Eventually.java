/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring;

import java.time.Duration;
import java.util.concurrent.Callable;

import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/**
 * Waits for what other threads do, long enough for a machine that is busy with others.
 */
public final class Eventually {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final Duration INTERVAL = Duration.ofMillis(5);

	private Eventually() {
	}

	/**
	 * Wait until assertions hold.
	 * @param assertions the assertions
	 */
	public static void eventually(ThrowingRunnable assertions) {
		Awaitility.await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(INTERVAL).untilAsserted(assertions);
	}

	/**
	 * Wait until a condition holds.
	 * @param condition the condition
	 */
	public static void until(Callable<Boolean> condition) {
		Awaitility.await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(INTERVAL).until(condition);
	}

	/**
	 * Wait until no thread has a name that starts so.
	 * @param prefix how the names of the threads start
	 */
	public static void noThread(String prefix) {
		until(() -> Thread.getAllStackTraces()
			.keySet()
			.stream()
			.noneMatch((thread) -> thread.getName().startsWith(prefix)));
	}

}
