/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.protocol;

import java.util.List;

import org.junit.jupiter.api.Test;

import static io.github.realtimespring.protocol.CableProtocol.ACTIONCABLE_V1_EXT_JSON;
import static io.github.realtimespring.protocol.CableProtocol.ACTIONCABLE_V1_JSON;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CableProtocol}.
 */
class CableProtocolTests {

	private static final String BASE = "actioncable-v1-json";

	private static final String EXT = "actioncable-v1-ext-json";

	@Test
	void theClientsOrderDecides() {
		assertThat(CableProtocol.select(List.of(BASE, EXT))).hasValue(ACTIONCABLE_V1_JSON);
		assertThat(CableProtocol.select(List.of(EXT, BASE))).hasValue(ACTIONCABLE_V1_EXT_JSON);
		assertThat(CableProtocol.select(List.of("actioncable-unsupported", "anycable-token.x", EXT, BASE)))
			.hasValue(ACTIONCABLE_V1_EXT_JSON);
	}

	@Test
	void nothingThatIsSpokenMeansNone() {
		assertThat(CableProtocol.select(List.of())).isEmpty();
		assertThat(CableProtocol.select(List.of("actioncable-unsupported", "", "ACTIONCABLE-V1-JSON", " " + BASE)))
			.isEmpty();
		assertThat(CableProtocol.of(null)).isEmpty();
	}

	@Test
	void everyProtocolIsFoundByItsName() {
		assertThat(CableProtocol.subProtocols()).containsExactly(BASE, EXT);
		for (CableProtocol protocol : CableProtocol.values()) {
			assertThat(CableProtocol.of(protocol.subProtocol())).hasValue(protocol);
		}
		assertThat(ACTIONCABLE_V1_JSON.extended()).isFalse();
		assertThat(ACTIONCABLE_V1_EXT_JSON.extended()).isTrue();
	}

}
