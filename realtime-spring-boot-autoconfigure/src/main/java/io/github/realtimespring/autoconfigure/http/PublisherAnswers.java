/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.realtimespring.autoconfigure.PublicationSource;
import io.github.realtimespring.json.JsonText;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.log.LogMessage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Writes the answers to publishers. Refusals are problem details (RFC 9457) and never go
 * through {@code sendError}, which would dispatch to {@code /error}, where Spring
 * Security may answer something else.
 */
final class PublisherAnswers {

	private static final Log logger = LogFactory.getLog(PublisherAnswers.class);

	private static final String RETRY_AFTER_SECONDS = "1";

	private final boolean lenient;

	private final PublicationCounter counter;

	private final AtomicBoolean warned = new AtomicBoolean();

	PublisherAnswers(boolean lenient, PublicationCounter counter) {
		this.lenient = lenient;
		this.counter = counter;
	}

	void accept(HttpServletResponse response, PublicationSource source, int accepted) {
		this.counter.accepted(source, accepted);
		created(response);
	}

	void skipped(PublicationSource source, Refusal refusal) {
		this.counter.failed(source, refusal.reason());
		warnOnce(refusal);
	}

	void refuse(HttpServletResponse response, PublicationSource source, Refusal refusal) throws IOException {
		this.counter.failed(source, refusal.reason());
		int status = refusal.reason().status(this.lenient);
		if (status == HttpStatus.CREATED.value()) {
			warnOnce(refusal);
			created(response);
			return;
		}
		logger.debug(LogMessage.format("Refused with %d: %s", status, refusal.detail()));
		switch (refusal.reason()) {
			case KEY -> response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
			case UNAVAILABLE -> response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
			default -> {
			}
		}
		problem(response, status, refusal.detail());
	}

	static void problem(HttpServletResponse response, int status, String detail) throws IOException {
		byte[] body = ("{\"title\":" + JsonText.quote(HttpStatus.valueOf(status).getReasonPhrase()) + ",\"status\":"
				+ status + ",\"detail\":" + JsonText.quote(detail) + "}")
			.getBytes(StandardCharsets.UTF_8);
		response.setStatus(status);
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

	private static void created(HttpServletResponse response) {
		response.setStatus(HttpStatus.CREATED.value());
		response.setContentLength(0);
	}

	/** The publisher is told that all is well, so somebody else must hear of it. */
	private void warnOnce(Refusal refusal) {
		if (this.warned.compareAndSet(false, true)) {
			logger.warn("A publication was dropped and answered with 201, because 'realtime.broadcast.lenient' is on: "
					+ refusal.detail() + " This is logged once; set 'realtime.broadcast.lenient' to false to have "
					+ "publishers told.");
		}
	}

}
