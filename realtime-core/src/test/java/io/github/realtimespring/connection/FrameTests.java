/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.connection;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Frame}.
 */
class FrameTests {

	@Test
	void textAndBytesAreTheSame() {
		Frame fromText = Frame.of("é日😀");
		Frame fromBytes = Frame.of("é日😀".getBytes(StandardCharsets.UTF_8));
		assertThat(fromText.size()).isEqualTo(fromBytes.size()).isEqualTo(9);
		assertThat(fromBytes.text()).isEqualTo(fromText.text()).isSameAs(fromBytes.text());
		assertThat(fromText.buffer()).isEqualTo(fromBytes.buffer());
		assertThat(fromText).asString().isEqualTo("Frame[9 bytes]");
	}

	@Test
	void everyBufferHasAPositionOfItsOwnAndCannotBeWritten() {
		Frame frame = Frame.of("abc");
		ByteBuffer buffer = frame.buffer();
		buffer.get();
		assertThat(frame.buffer().remaining()).isEqualTo(3);
		assertThatExceptionOfType(ReadOnlyBufferException.class).isThrownBy(() -> frame.buffer().put((byte) 1));
	}

}
