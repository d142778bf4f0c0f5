/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.beans.factory.DisposableBean;

/**
 * Runs what the Jakarta API only offers in a form that may wait for the socket: close
 * frames and pings. The wait is bounded to milliseconds by {@link JakartaConnection};
 * even so it must not happen on a thread that others depend on. The threads come and go
 * with the work.
 */
class ConnectionCloser implements Executor, DisposableBean {

	private final AtomicInteger number = new AtomicInteger();

	private final ThreadPoolExecutor executor = new ThreadPoolExecutor(2, 2, 5, TimeUnit.SECONDS,
			new LinkedBlockingQueue<>(), (task) -> {
				Thread thread = new Thread(task, "realtime-closer-" + this.number.getAndIncrement());
				thread.setDaemon(true);
				return thread;
			});

	private final Duration closeTimeout;

	ConnectionCloser(Duration closeTimeout) {
		this.closeTimeout = closeTimeout;
		this.executor.allowCoreThreadTimeOut(true);
	}

	/**
	 * How long a peer may take to answer a close frame.
	 * @return the time
	 */
	Duration closeTimeout() {
		return this.closeTimeout;
	}

	@Override
	public void execute(Runnable task) {
		try {
			this.executor.execute(task);
		}
		catch (RejectedExecutionException ex) {
			// the application is going down, and the container closes what is left
		}
	}

	@Override
	public void destroy() {
		this.executor.shutdown();
	}

}
