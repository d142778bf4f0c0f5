/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

/**
 * Why something that was sent to an endpoint for publishers was not published. The
 * statuses are ours and, for {@code realtime.broadcast.lenient}, AnyCable's; those say
 * 201 to whatever AnyCable accepts and drops.
 */
public enum PublicationFailure {

	/** The method is not POST. */
	METHOD(405, 422),

	/** The key is missing or wrong. */
	KEY(401, 401),

	/** The body could not be read. */
	UNREADABLE(400, 422),

	/** The body or the batch is too large. AnyCable has no bounds; ours are told. */
	TOO_LARGE(413, 413),

	/** The body is encoded. */
	ENCODING(415, 201),

	/** The body is not JSON. */
	MALFORMED(400, 201),

	/** The JSON is neither a publication nor a command. */
	INVALID(422, 201),

	/** The backend did not take it, or its answer is unknown. */
	UNAVAILABLE(503, 501),

	/** The server has a defect. */
	ERROR(500, 500);

	private final int status;

	private final int lenientStatus;

	PublicationFailure(int status, int lenientStatus) {
		this.status = status;
		this.lenientStatus = lenientStatus;
	}

	int status(boolean lenient) {
		return (lenient) ? this.lenientStatus : this.status;
	}

}
