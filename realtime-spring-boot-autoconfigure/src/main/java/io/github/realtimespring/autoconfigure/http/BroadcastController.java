/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.io.IOException;

import io.github.realtimespring.autoconfigure.PublicationSource;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.web.HttpRequestHandler;

/**
 * Takes what publishers send and hands it to the broadcast service: one publication, an
 * array of them, or the command to end connections. Answers 201 only when the backend has
 * it.
 */
class BroadcastController implements HttpRequestHandler {

	private static final Log logger = LogFactory.getLog(BroadcastController.class);

	private final BoundedBody body;

	private final EnvelopeReader reader;

	private final Instructions instructions;

	private final InstructionExecutor executor;

	private final PublisherAnswers answers;

	BroadcastController(BroadcastProperties properties, InstructionExecutor executor, PublisherAnswers answers) {
		this.body = new BoundedBody(properties.maxBodySize(), properties.lenient());
		this.reader = new EnvelopeReader(properties.lenient(), properties.maxBatch());
		this.instructions = new Instructions(properties.lenient());
		this.executor = executor;
		this.answers = answers;
	}

	@Override
	public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
		PublisherEndpoint endpoint = (PublisherEndpoint) request.getAttribute(PublisherKeyFilter.PASSED);
		PublicationSource source = (endpoint != null) ? endpoint.source() : PublicationSource.HTTP;
		try {
			requireKeyFilter(endpoint);
			Instruction instruction = this.instructions.read(this.reader.read(this.body.read(request)));
			this.answers.accept(response, source, source.publish(() -> this.executor.execute(instruction)));
			if (instruction instanceof Instruction.Publish publish) {
				publish.skipped().forEach((refusal) -> this.answers.skipped(source, refusal));
			}
		}
		catch (Refusal refusal) {
			this.answers.refuse(response, source, refusal);
		}
		catch (RuntimeException ex) {
			logger.error("Failed to handle a request of a publisher", ex);
			this.answers.refuse(response, source, new Refusal(PublicationFailure.ERROR, "The server's log says more."));
		}
	}

	/**
	 * Containers and Spring MVC normalize paths in their own ways: a path that reaches
	 * this handler around the filter must not get in.
	 */
	private static void requireKeyFilter(@Nullable PublisherEndpoint endpoint) {
		if (endpoint == null) {
			throw new Refusal(PublicationFailure.KEY, "Use the exact path of the endpoint.");
		}
	}

}
