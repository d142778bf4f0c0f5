/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.metrics;

import io.github.realtimespring.autoconfigure.PublicationSource;
import io.micrometer.observation.Observation;

/**
 * What is known of a publish that is observed.
 */
public final class PublishObservationContext extends Observation.Context {

	private final PublicationSource source;

	private final int publications;

	private String outcome = "unknown";

	PublishObservationContext(PublicationSource source, int publications) {
		this.source = source;
		this.publications = publications;
	}

	/**
	 * Where it comes from.
	 * @return the source
	 */
	public PublicationSource source() {
		return this.source;
	}

	/**
	 * How many publications there are in one step.
	 * @return the number of publications
	 */
	public int publications() {
		return this.publications;
	}

	/**
	 * What became of it: {@code accepted}, {@code deferred}, {@code unknown},
	 * {@code invalid}, {@code unavailable} or {@code error}.
	 * @return the outcome
	 */
	public String outcome() {
		return this.outcome;
	}

	void outcome(PublishOutcome outcome) {
		this.outcome = Meters.tag(outcome);
	}

}
