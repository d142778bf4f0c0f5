/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.realtimespring.broadcast.BroadcastService;
import io.github.realtimespring.broadcast.Publication;
import io.github.realtimespring.broadcast.PublishException;
import io.github.realtimespring.broadcast.PublishResult;

/**
 * Executes instructions and waits until the backend has them.
 */
final class InstructionExecutor {

	/** Longer than any backend waits for its answer: only a defect lasts that long. */
	private static final int COMMAND_SECONDS = 10;

	private final BroadcastService broadcasts;

	InstructionExecutor(BroadcastService broadcasts) {
		this.broadcasts = broadcasts;
	}

	/**
	 * Execute an instruction.
	 * @param instruction the instruction
	 * @return how many publications or commands were taken
	 * @throws Refusal if the backend did not take it, or may not have
	 */
	int execute(Instruction instruction) {
		try {
			if (instruction instanceof Instruction.Publish publish) {
				return publish(publish.publications());
			}
			return disconnect((Instruction.Disconnect) instruction);
		}
		catch (PublishException ex) {
			throw new Refusal(PublicationFailure.UNAVAILABLE,
					"The backend is not available and nothing was published. Send the request again.");
		}
	}

	private int publish(List<Publication> publications) {
		try {
			List<PublishResult> results = this.broadcasts.publishAll(publications);
			if (results.stream().anyMatch((result) -> result.outcome() == PublishResult.Outcome.UNKNOWN)) {
				throw unknown();
			}
			return publications.size();
		}
		catch (IllegalArgumentException ex) {
			throw Refusal
				.invalid("A publication is too large, or its stream's name is invalid. Nothing was published.");
		}
	}

	private int disconnect(Instruction.Disconnect command) {
		try {
			this.broadcasts.disconnect(command.identifiers(), command.reconnect())
				.toCompletableFuture()
				.get(COMMAND_SECONDS, TimeUnit.SECONDS);
			return 1;
		}
		catch (TimeoutException ex) {
			throw unknown();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw unknown();
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw new IllegalStateException(ex.getCause());
		}
	}

	private static Refusal unknown() {
		return new Refusal(PublicationFailure.UNAVAILABLE, "The backend did not answer in time and may or may not have "
				+ "taken this. Sending it again can deliver it twice.");
	}

}
