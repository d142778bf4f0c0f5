/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure;

import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.VirtualThreadTaskExecutor;

/**
 * Where application callbacks run: on virtual threads where the JVM has them, else on the
 * application's task executor.
 */
final class CallbackExecutor implements Executor {

	private static final String THREAD_NAME_PREFIX = "realtime-callback-";

	private final Executor delegate;

	private CallbackExecutor(Executor delegate) {
		this.delegate = delegate;
	}

	static CallbackExecutor create(@Nullable AsyncTaskExecutor applicationExecutor) {
		if (Runtime.version().feature() >= 21) {
			return new CallbackExecutor(new VirtualThreadTaskExecutor(THREAD_NAME_PREFIX));
		}
		return new CallbackExecutor(
				(applicationExecutor != null) ? applicationExecutor : new SimpleAsyncTaskExecutor(THREAD_NAME_PREFIX));
	}

	@Override
	public void execute(Runnable task) {
		this.delegate.execute(task);
	}

}
