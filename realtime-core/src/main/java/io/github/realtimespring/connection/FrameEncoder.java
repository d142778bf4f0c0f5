/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.connection;

/**
 * Makes the frames of one kind of subscriber. Encoders that are equal make the same
 * frames: subscribers whose encoders are equal share each frame.
 */
public interface FrameEncoder {

	/**
	 * Make a frame. Called by one thread at a time.
	 * @param json the UTF-8 bytes of the message, not changed
	 * @return the frame
	 */
	Frame encode(byte[] json);

}
