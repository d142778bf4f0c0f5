/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.github.realtimespring.broadcast.Payload;
import io.github.realtimespring.broadcast.Publication;
import io.github.realtimespring.channel.ChannelHandler;
import io.github.realtimespring.channel.ChannelIdentifier;
import io.github.realtimespring.channel.SubscribeDecision;
import io.github.realtimespring.channel.SubscribeRequest;
import io.github.realtimespring.protocol.CableCodec;
import io.github.realtimespring.protocol.ClientCommand;
import io.github.realtimespring.protocol.ClientCommand.HistoryRequest;
import io.github.realtimespring.protocol.ServerMessage;
import io.github.realtimespring.session.SessionCounters.CommandResult;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * What the commands of one session do. Called for one command at a time.
 * <p>
 * Confirmations follow one rule, because a second one makes AnyCable's client unsubscribe
 * while its channel still says connected, and none at all makes the Rails client ask for
 * ever: one confirmation for an identifier; what repeats it within three seconds may have
 * crossed it and gets none; what comes later is confirmed again.
 */
final class CommandHandler {

	private static final Log logger = LogFactory.getLog(CommandHandler.class);

	private static final long CROSSING = TimeUnit.SECONDS.toNanos(3);

	private static final CompletionStage<?> DONE = CompletableFuture.completedFuture(null);

	private final Session session;

	private final SessionContext context;

	private final ClientSubscriptions subscriptions;

	CommandHandler(Session session, SessionContext context, ClientSubscriptions subscriptions) {
		this.session = session;
		this.context = context;
		this.subscriptions = subscriptions;
	}

	CompletionStage<?> handle(ClientCommand command) {
		try {
			if (command instanceof ClientCommand.Subscribe subscribe) {
				return subscribe(subscribe);
			}
			if (command instanceof ClientCommand.Identified identified) {
				ClientSubscription subscription = this.subscriptions.get(identified.identifier());
				return (subscription != null) ? handle(identified, subscription) : failed();
			}
			return failed();
		}
		catch (RuntimeException ex) {
			logger.error("A client's command failed", ex);
			return failed();
		}
	}

	/** Receive nothing any more. */
	void release(List<ClientSubscription> ended) {
		for (ClientSubscription subscription : ended) {
			this.context.hub().unsubscribe(this.session.id(), subscription.streams());
		}
	}

	/** Tell the channels, one after another. */
	void unsubscribed(List<ClientSubscription> ended) {
		CompletionStage<?> told = DONE;
		for (ClientSubscription subscription : ended) {
			told = told.thenCompose((previous) -> unsubscribed(subscription));
		}
	}

	private CompletionStage<?> handle(ClientCommand.Identified command, ClientSubscription subscription) {
		if (command instanceof ClientCommand.Unsubscribe) {
			return end(subscription).thenCompose((told) -> ok());
		}
		if (command instanceof ClientCommand.Perform perform) {
			return perform(perform, subscription);
		}
		if (command instanceof ClientCommand.Whisper whisper) {
			return whisper(whisper, subscription);
		}
		if (command instanceof ClientCommand.History history) {
			rejectHistory(history.request(), subscription.identifier());
			return ok();
		}
		if (command instanceof ClientCommand.Presence) {
			send(new ServerMessage.PresenceError(subscription.identifier()));
		}
		return failed();
	}

	private CompletionStage<?> subscribe(ClientCommand.Subscribe command) {
		String identifier = command.identifier();
		ClientSubscription existing = this.subscriptions.get(identifier);
		if (existing != null) {
			return repeat(existing);
		}
		if (identifier.length() > this.context.settings().maxIdentifierLength()
				|| this.subscriptions.size() >= this.context.settings().maxSubscriptions()) {
			return reject(identifier);
		}
		Optional<ChannelIdentifier> parsed = ChannelIdentifier.parse(identifier);
		Optional<ChannelHandler> handler = parsed.flatMap((id) -> this.context.channels().find(id.channel()));
		if (parsed.isEmpty() || handler.isEmpty()) {
			return reject(identifier);
		}
		SubscribeRequest request = new SubscribeRequest(this.session.id(), this.session.identity(), parsed.get());
		return call(handler.get(), () -> handler.get().subscribe(request)).handle((decision, ex) -> {
			if (ex != null) {
				logger.error("A channel failed to decide on a subscription, which is refused", ex);
			}
			return (decision instanceof SubscribeDecision.Confirmed confirmed)
					? activate(command, handler.get(), confirmed) : reject(identifier);
		}).thenCompose((stage) -> stage);
	}

	private CompletionStage<?> repeat(ClientSubscription existing) {
		this.context.counters().count(CommandResult.DUPLICATE);
		long now = this.context.ticker().getAsLong();
		if (now - existing.confirmedAt() >= CROSSING) {
			existing.confirmedAt(now);
			send(new ServerMessage.ConfirmSubscription(existing.identifier()));
		}
		return DONE;
	}

	private CompletionStage<?> activate(ClientCommand.Subscribe command, ChannelHandler handler,
			SubscribeDecision.Confirmed decision) {
		ClientSubscription subscription = new ClientSubscription(this.session, command.identifier(), handler,
				this.session.protocol(), decision.streams(), decision.whisper());
		if (!this.subscriptions.add(subscription)) {
			// the session has ended meanwhile
			return unsubscribed(subscription);
		}
		CompletionStage<Void> active = this.context.hub()
			.subscribe(this.session.id(), subscription.streams(), () -> confirm(subscription, command.history()));
		if (this.subscriptions.get(subscription.identifier()) != subscription) {
			// the session ended when the hub did not know of the subscription yet
			release(List.of(subscription));
		}
		return active.handle((nothing, ex) -> {
			if (ex != null) {
				// no answer: the client asks again, a refusal would be final
				logger.warn("The backend could not subscribe to a stream; the client will ask again", ex);
				return end(subscription).thenCompose((told) -> failed());
			}
			return ok();
		}).thenCompose((stage) -> stage);
	}

	/** Unless the session has ended meanwhile, which ends its subscriptions by itself. */
	private CompletionStage<?> end(ClientSubscription subscription) {
		if (this.subscriptions.remove(subscription.identifier()) == null) {
			return DONE;
		}
		release(List.of(subscription));
		return unsubscribed(subscription);
	}

	/** On the shard's thread, right before the first message may come. */
	private void confirm(ClientSubscription subscription, @Nullable HistoryRequest history) {
		subscription.confirmedAt(this.context.ticker().getAsLong());
		send(new ServerMessage.ConfirmSubscription(subscription.identifier()));
		rejectHistory(history, subscription.identifier());
	}

	private void rejectHistory(@Nullable HistoryRequest history, String identifier) {
		if (history != null && history.asksForSomething()) {
			send(new ServerMessage.RejectHistory(identifier));
		}
	}

	private CompletionStage<?> perform(ClientCommand.Perform command, ClientSubscription subscription) {
		String data = command.data();
		if (data == null) {
			return failed();
		}
		return call(subscription.handler(), () -> subscription.handler().perform(subscription, data))
			.handle((nothing, ex) -> (ex != null) ? failed() : ok());
	}

	private CompletionStage<?> whisper(ClientCommand.Whisper command, ClientSubscription subscription) {
		String stream = subscription.whisperStream();
		if (stream == null) {
			return failed();
		}
		Publication publication = Publication.of(stream, new Payload(Payload.Kind.JSON, command.json()))
			.exclude(this.session.id())
			.asTransient();
		return this.context.broadcasts()
			.publishAllAsync(List.of(publication))
			.handle((results, ex) -> (ex != null) ? failed() : ok());
	}

	/** The stage that is answered does not fail. */
	private CompletionStage<?> unsubscribed(ClientSubscription subscription) {
		ChannelHandler handler = subscription.handler();
		try {
			return call(handler, () -> {
				handler.unsubscribed(subscription);
				return CompletableFuture.completedFuture(null);
			}).exceptionally((ex) -> {
				logger.error("A channel failed when it was told that a subscription ended", ex);
				return null;
			});
		}
		catch (RejectedExecutionException ex) {
			logger.error("A channel could not be told that a subscription ended", ex);
			return DONE;
		}
	}

	/**
	 * Call a handler where it may be called; what it throws fails the stage.
	 * @throws RejectedExecutionException if it cannot be called now
	 */
	private <T> CompletionStage<T> call(ChannelHandler handler, Supplier<CompletionStage<T>> call) {
		Executor executor = handler.blocking() ? this.context.callbacks() : Runnable::run;
		return CompletableFuture.supplyAsync(call, executor).thenCompose((stage) -> stage);
	}

	private CompletionStage<?> reject(String identifier) {
		send(new ServerMessage.RejectSubscription(identifier));
		return failed();
	}

	private CompletionStage<?> ok() {
		this.context.counters().count(CommandResult.OK);
		return DONE;
	}

	private CompletionStage<?> failed() {
		this.context.counters().count(CommandResult.FAILED);
		return DONE;
	}

	private void send(ServerMessage message) {
		this.session.outbox().send(CableCodec.encode(message));
	}

}
