/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.lifecycle;

import java.util.List;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;

/**
 * Runs something when the application is started and its web server listens. Not for
 * contexts below its own.
 */
class StartListener implements ApplicationListener<ApplicationStartedEvent> {

	private final ApplicationContext context;

	private final List<Runnable> actions;

	StartListener(ApplicationContext context, List<Runnable> actions) {
		this.context = context;
		this.actions = actions;
	}

	@Override
	public void onApplicationEvent(ApplicationStartedEvent event) {
		if (event.getApplicationContext() == this.context) {
			this.actions.forEach(Runnable::run);
		}
	}

}
