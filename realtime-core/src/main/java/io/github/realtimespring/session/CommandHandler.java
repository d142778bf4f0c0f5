/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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

	/** Give back what the session subscribed to. */
	void release(List<ClientSubscription> released) {
		for (ClientSubscription subscription : released) {
			release(subscription);
		}
	}

	private CompletionStage<?> handle(ClientCommand.Identified command, ClientSubscription subscription) {
		if (command instanceof ClientCommand.Unsubscribe) {
			this.subscriptions.remove(subscription.identifier());
			release(subscription);
			return ok();
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
		if (existing.nanosSinceConfirmed() >= CROSSING) {
			existing.confirmed();
			send(new ServerMessage.ConfirmSubscription(existing.identifier()));
		}
		return DONE;
	}

	private CompletionStage<?> activate(ClientCommand.Subscribe command, ChannelHandler handler,
			SubscribeDecision.Confirmed decision) {
		ClientSubscription subscription = new ClientSubscription(this.session, command.identifier(), handler,
				this.session.protocol(), decision.streams(), decision.whisper());
		if (!this.subscriptions.add(subscription)) {
			return DONE;
		}
		return this.context.hub()
			.subscribe(this.session.id(), subscription.streams(), () -> confirm(subscription, command.history()))
			.handle((nothing, ex) -> {
				if (ex != null) {
					// no answer: the client asks again, a refusal would be final
					logger.warn("The backend could not subscribe to a stream; the client will ask again", ex);
					this.subscriptions.remove(subscription.identifier());
					return failed();
				}
				return ok();
			});
	}

	/** On the shard's thread, right before the first message may come. */
	private void confirm(ClientSubscription subscription, @Nullable HistoryRequest history) {
		subscription.confirmed();
		this.session.outbox()
			.enqueue(CableCodec.encode(new ServerMessage.ConfirmSubscription(subscription.identifier())));
		if (history != null && history.asksForSomething()) {
			this.session.outbox()
				.enqueue(CableCodec.encode(new ServerMessage.RejectHistory(subscription.identifier())));
		}
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

	private void release(ClientSubscription subscription) {
		this.context.hub().unsubscribe(this.session.id(), subscription.streams());
		ChannelHandler handler = subscription.handler();
		if (handler.blocking()) {
			call(handler, () -> {
				handler.unsubscribed(subscription);
				return CompletableFuture.completedFuture(null);
			});
		}
	}

	/** Call a handler where it may be called; what it throws fails the stage. */
	private <T> CompletionStage<T> call(ChannelHandler handler, Supplier<CompletionStage<T>> call) {
		if (!handler.blocking()) {
			return call.get();
		}
		try {
			return CompletableFuture.supplyAsync(call, this.context.callbacks()).thenCompose((stage) -> stage);
		}
		catch (RejectedExecutionException ex) {
			return CompletableFuture.failedFuture(ex);
		}
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
