/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Carries connections once their handshake was decided.
 */
interface CableTransport {

	/**
	 * The name in the start log and at the Actuator endpoint.
	 * @return the name
	 */
	String name();

	/**
	 * Answer with 101 and carry the connection from then on.
	 * @param request the request, whose headers were checked
	 * @param response the response
	 * @param handshake what was decided
	 * @throws UpgradeException if the container refuses the upgrade
	 */
	void upgrade(HttpServletRequest request, HttpServletResponse response, CableHandshake handshake)
			throws UpgradeException;

	/**
	 * A container refused an upgrade. Holds nothing of the request.
	 */
	final class UpgradeException extends Exception {

		private static final long serialVersionUID = 1L;

		UpgradeException(String message) {
			super(message);
		}

	}

}
