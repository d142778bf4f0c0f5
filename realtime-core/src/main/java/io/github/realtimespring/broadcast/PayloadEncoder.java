/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.broadcast;

/**
 * Serializes the objects that an application publishes.
 */
@FunctionalInterface
public interface PayloadEncoder {

	/**
	 * Serialize an object.
	 * @param payload the object, not a text
	 * @return the UTF-8 bytes of one JSON document
	 * @throws RuntimeException if the object cannot be serialized
	 */
	byte[] encode(Object payload);

}
