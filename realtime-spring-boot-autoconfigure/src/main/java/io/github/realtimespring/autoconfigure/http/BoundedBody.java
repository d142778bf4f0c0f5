/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.io.IOException;

import io.github.realtimespring.json.Utf8;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;

/**
 * Reads a request's body as UTF-8, whatever its content type says, and never more of it
 * than allowed: by the announced length before anything is allocated, and by counting.
 */
final class BoundedBody {

	/** The largest array that a JVM is sure to make. */
	private static final long MAX_ARRAY = Integer.MAX_VALUE - 8L;

	private final int max;

	private final boolean lenient;

	BoundedBody(DataSize max, boolean lenient) {
		this.max = (int) Math.min(max.toBytes(), MAX_ARRAY);
		this.lenient = lenient;
	}

	String read(HttpServletRequest request) {
		requireIdentity(request.getHeader(HttpHeaders.CONTENT_ENCODING));
		requireSize(request.getContentLengthLong());
		byte[] body = bytes(request);
		requireSize(body.length);
		String text = Utf8.decode(body);
		if (text == null) {
			throw new Refusal(PublicationFailure.MALFORMED, "The body is not UTF-8. Send JSON in UTF-8.");
		}
		return text;
	}

	private byte[] bytes(HttpServletRequest request) {
		try {
			return request.getInputStream().readNBytes(this.max + 1);
		}
		catch (IOException ex) {
			throw new Refusal(PublicationFailure.UNREADABLE, "The body ended early. Send it again.");
		}
	}

	private void requireIdentity(@Nullable String encoding) {
		// AnyCable takes the encoded bytes for JSON, and so fails later
		if (encoding != null && !encoding.isBlank() && !"identity".equalsIgnoreCase(encoding.trim()) && !this.lenient) {
			throw new Refusal(PublicationFailure.ENCODING,
					"Send the body as it is, without compressing it: no Content-Encoding is supported.");
		}
	}

	private void requireSize(long size) {
		if (size > this.max) {
			throw new Refusal(PublicationFailure.TOO_LARGE,
					"A body may have " + this.max + " bytes. Send the publications in several requests, or raise "
							+ "'realtime.broadcast.max-body-size'.");
		}
	}

}
