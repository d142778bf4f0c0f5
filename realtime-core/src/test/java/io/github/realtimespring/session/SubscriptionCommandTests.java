/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.session;

import java.util.List;

import io.github.realtimespring.protocol.CableProtocol;
import io.github.realtimespring.session.SessionCounters.CommandResult;
import io.github.realtimespring.session.SessionFixture.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.github.realtimespring.Eventually.eventually;
import static io.github.realtimespring.session.SessionFixture.TEST;
import static io.github.realtimespring.session.SessionFixture.confirmation;
import static io.github.realtimespring.session.SessionFixture.message;
import static io.github.realtimespring.session.SessionFixture.publicStream;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the commands that need a subscription: perform, whisper, history, presence.
 */
class SubscriptionCommandTests {

	private static final String A = publicStream("a");

	private final SessionFixture fixture = new SessionFixture();

	@AfterEach
	void stop() {
		this.fixture.registry.sessions().forEach(Session::drop);
		this.fixture.assertThatNothingIsLeft();
		this.fixture.close();
	}

	@Test
	void withoutASubscriptionNothingIsAnsweredAndEverythingFails() {
		Client client = this.fixture.open();
		String history = "\"history\":{\"since\":1,\"streams\":{}}";
		List.of("unsubscribe", "message", "history", "whisper", "join", "leave", "presence")
			.forEach((command) -> client.command(command, A, history + ",\"data\":\"x\",\"presence\":{\"id\":\"1\"}"));
		client.settle();
		assertThat(client.answers()).isEmpty();
		assertThat(this.fixture.count(CommandResult.FAILED)).isEqualTo(7 + 1);
	}

	@Test
	void performReachesTheChannel() {
		Client client = this.fixture.open().subscribe(TEST);
		client.perform("{\"action\":\"speak\"}");
		client.settle();
		assertThat(this.fixture.channel.calls()).containsExactly("subscribe", "{\"action\":\"speak\"}");
		assertThat(client.answers()).containsExactly(confirmation(TEST));
		assertThat(this.fixture.count(CommandResult.OK)).isEqualTo(2);
	}

	@Test
	void performOnAStreamOrWithoutTextIsCountedAsFailed() {
		Client client = this.fixture.open().subscribe(A).subscribe(TEST);
		client.command("message", A, "\"data\":\"x\"");
		client.command("message", TEST, "\"data\":{\"action\":\"x\"}");
		client.command("message", TEST);
		client.settle();
		assertThat(client.answers()).hasSize(2);
		assertThat(this.fixture.channel.calls()).containsExactly("subscribe");
		assertThat(this.fixture.count(CommandResult.FAILED)).isEqualTo(3 + 1);
	}

	@Test
	void whisperReachesTheOthersByteForByte() {
		Client client = this.fixture.open().subscribe(A);
		Client other = this.fixture.open().subscribe(A);
		List<String> whispers = List.of("{ \"typing\" : [1.0, 12345678901234567890,-0] }", "null", "\"\\u00e9\"",
				"1e400");
		whispers.forEach((data) -> client.command("whisper", A, "\"data\":" + data));
		client.settle();
		eventually(() -> assertThat(other.answers()).hasSize(5));
		assertThat(other.answers().subList(1, 5)).isEqualTo(whispers.stream().map((data) -> message(A, data)).toList());
		assertThat(client.answers()).containsExactly(confirmation(A));
		assertThat(this.fixture.count(CommandResult.OK)).isEqualTo(2 + 4);
	}

	@Test
	void whisperNeedsLeave() {
		String signed = this.fixture.signedStream("$pubsub", "a");
		String turbo = this.fixture.signedStream("Turbo::StreamsChannel", "a");
		String allowed = this.fixture.signedStream("private", "a");
		Client client = this.fixture.open().subscribe(signed).subscribe(turbo).subscribe(TEST).subscribe(allowed);
		Client other = this.fixture.open().subscribe(A);
		for (String identifier : List.of(signed, turbo, TEST)) {
			client.command("whisper", identifier, "\"data\":1");
		}
		client.command("whisper", allowed, "\"data\":2");
		client.settle();
		eventually(() -> assertThat(other.answers()).containsExactly(confirmation(A), message(A, "2")));
		assertThat(this.fixture.count(CommandResult.FAILED)).isEqualTo(3 + 1);
		assertThat(client.answers()).hasSize(4);
	}

	@ParameterizedTest
	@EnumSource
	void historyIsRejectedOnBothProtocols(CableProtocol protocol) {
		Client client = this.fixture.open(protocol, null).subscribe(A);
		String rejected = "{\"type\":\"reject_history\",\"identifier\":" + confirmation(A).split("\"identifier\":")[1];
		client.command("history", A, "\"history\":{\"since\":1694041735}");
		client.command("history", A, "\"history\":{\"since\":false,\"streams\":{}}");
		client.settle();
		assertThat(client.answers()).containsExactly(confirmation(A), rejected, rejected);
		client.command("history", A);
		client.command("history", A, "\"history\":null");
		client.command("history", A, "\"history\":{}");
		client.command("history", A, "\"history\":{\"since\":0,\"streams\":null}");
		client.settle();
		assertThat(client.answers()).hasSize(3);
	}

	@Test
	void subscribeWithAHistoryIsConfirmedFirstAndThenRejected() {
		Client client = this.fixture.open();
		client.command("subscribe", A, "\"history\":{\"since\":1694041735}");
		client.settle();
		eventually(() -> assertThat(client.answers()).containsExactly(confirmation(A),
				confirmation(A).replace("confirm_subscription", "reject_history")));
		String b = publicStream("b");
		client.command("subscribe", b, "\"history\":{\"since\":false},\"presence\":{\"id\":7}");
		client.settle();
		eventually(() -> assertThat(client.answers()).hasSize(3).endsWith(confirmation(b)));
	}

	@Test
	void presenceIsAnsweredWithAnError() {
		Client client = this.fixture.open().subscribe(A);
		client.command("presence", A);
		client.command("join", A, "\"presence\":{\"id\":\"1\"}");
		client.command("leave", A);
		client.settle();
		assertThat(client.answers()).containsExactly(confirmation(A),
				confirmation(A).replace("confirm_subscription", "presence")
					.replaceAll("}$", ",\"message\":{\"type\":\"error\",\"total\":0}}"));
		assertThat(this.fixture.count(CommandResult.FAILED)).isEqualTo(3 + 1);
	}

}
