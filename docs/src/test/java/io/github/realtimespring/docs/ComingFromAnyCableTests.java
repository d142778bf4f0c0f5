/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page for those who come from AnyCable.
 */
class ComingFromAnyCableTests {

	@Test
	@DisplayName("A41: the page says what each RPC callback becomes")
	void a41EveryRpcCallbackIsMapped() throws IOException {
		Path page = Pages.ROOT.resolve("docs/coming-from/anycable.md");
		assertThat(Files.readString(page)).contains("| `Connect` |", "| `Command` with `subscribe` |",
				"| `Command` with `message` (perform) |", "| `Command` with `unsubscribe` |", "| `Disconnect` |");
	}

}
