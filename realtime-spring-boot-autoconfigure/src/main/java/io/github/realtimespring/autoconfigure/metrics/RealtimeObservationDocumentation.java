/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.metrics;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * What is observed. Single deliveries are not: there may be a million in a second.
 */
public enum RealtimeObservationDocumentation implements ObservationDocumentation {

	/** The decision about a handshake. */
	HANDSHAKE {

		@Override
		public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
			return DefaultHandshakeObservationConvention.class;
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return HandshakeKeys.values();
		}

	},

	/** Publishing, from the call until the backend has it or does not. */
	PUBLISH {

		@Override
		public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
			return DefaultPublishObservationConvention.class;
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return PublishKeys.values();
		}

	};

	/**
	 * Key names of handshakes.
	 */
	public enum HandshakeKeys implements KeyName {

		/** How it ended. */
		OUTCOME {

			@Override
			public String asString() {
				return "outcome";
			}

		}

	}

	/**
	 * Key names of publishing.
	 */
	public enum PublishKeys implements KeyName {

		/** Where it comes from. */
		SOURCE {

			@Override
			public String asString() {
				return "source";
			}

		},

		/** What became of it. */
		OUTCOME {

			@Override
			public String asString() {
				return "outcome";
			}

		}

	}

}
