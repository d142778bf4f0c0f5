/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.metrics;

import java.util.Locale;
import java.util.function.LongSupplier;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;

/**
 * Registers meters that read a number when they are asked.
 */
final class Meters {

	private final MeterRegistry registry;

	Meters(MeterRegistry registry) {
		this.registry = registry;
	}

	void counter(String name, String description, LongSupplier number, String... tags) {
		builder(name, description, number).tags(tags).register(this.registry);
	}

	void bytes(String name, String description, LongSupplier number, String... tags) {
		builder(name, description, number).baseUnit(BaseUnits.BYTES).tags(tags).register(this.registry);
	}

	/** A counter refers to its object weakly, but to its function strongly. */
	private static FunctionCounter.Builder<LongSupplier> builder(String name, String description, LongSupplier number) {
		return FunctionCounter.builder(name, number, (weak) -> number.getAsLong()).description(description);
	}

	void publications(String source, String outcome, LongSupplier number) {
		counter("realtime.publications", "Publications that were asked for", number, "source", source, "outcome",
				outcome);
	}

	void gauge(String name, String description, LongSupplier number, String... tags) {
		Gauge.builder(name, number::getAsLong).description(description).tags(tags).register(this.registry);
	}

	void gaugeOfBytes(String name, String description, LongSupplier number) {
		Gauge.builder(name, number::getAsLong)
			.description(description)
			.baseUnit(BaseUnits.BYTES)
			.register(this.registry);
	}

	/** How a constant is called in a tag. */
	static String tag(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

}
