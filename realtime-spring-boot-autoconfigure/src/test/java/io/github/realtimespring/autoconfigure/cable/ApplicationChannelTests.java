/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.cable;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.github.realtimespring.broadcast.Payload;
import io.github.realtimespring.channel.ChannelHandler;
import io.github.realtimespring.channel.ChannelSubscription;
import io.github.realtimespring.channel.SubscribeDecision;
import io.github.realtimespring.channel.SubscribeRequest;
import io.github.realtimespring.json.JsonText;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A channel of the application's own.
 */
class ApplicationChannelTests {

	@Test
	@DisplayName("A41: a bean is a channel: what AnyCable asks over RPC runs in the application")
	void a41AChannelRunsInTheApplication() throws InterruptedException {
		try (CableServer server = CableServer.start(Container.TOMCAT, Channels.class);
				CableClient client = CableClient.welcomed(server)) {
			String identifier = "{\"channel\":\"ChatChannel\",\"room\":\"7\"}";
			client.subscribe(identifier);
			client.send("{\"command\":\"message\",\"identifier\":" + JsonText.quote(identifier)
					+ ",\"data\":\"{\\\"action\\\":\\\"speak\\\"}\"}");
			assertThat(client.next()).isEqualTo(CableClient.message(identifier, "\"{\\\"action\\\":\\\"speak\\\"}\""));
			server.broadcasts().publish("chat/7", Map.of("text", "hi"));
			assertThat(client.next()).isEqualTo(CableClient.message(identifier, "{\"text\":\"hi\"}"));
			client.command("subscribe", "{\"channel\":\"ChatChannel\"}");
			assertThat(client.next()).startsWith("{\"type\":\"reject_subscription\"");
			client.command("unsubscribe", identifier);
			assertThat(server.bean(ChatChannel.class).ended.poll(20, TimeUnit.SECONDS)).isEqualTo(identifier);
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Channels {

		@Bean("ChatChannel")
		ChatChannel chatChannel() {
			return new ChatChannel();
		}

	}

	static class ChatChannel implements ChannelHandler {

		private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();

		@Override
		public CompletionStage<SubscribeDecision> subscribe(SubscribeRequest request) {
			String room = request.identifier().text("room");
			return CompletableFuture.completedFuture(
					(room != null) ? SubscribeDecision.confirm(List.of("chat/" + room)) : SubscribeDecision.reject());
		}

		@Override
		public CompletionStage<Void> perform(ChannelSubscription subscription, String data) {
			subscription.transmit(Payload.text(data));
			return CompletableFuture.completedFuture(null);
		}

		@Override
		public void unsubscribed(ChannelSubscription subscription) {
			this.ended.add(subscription.identifier());
		}

	}

}
