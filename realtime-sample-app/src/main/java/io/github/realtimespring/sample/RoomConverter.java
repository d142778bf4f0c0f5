/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.sample;

import org.springframework.core.convert.converter.Converter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Finds the room that an address names.
 */
@Component
class RoomConverter implements Converter<String, Room> {

	@Override
	public Room convert(String slug) {
		return Room.find(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No such room"));
	}

}
