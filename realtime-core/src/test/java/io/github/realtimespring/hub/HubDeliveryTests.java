/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.realtimespring.broadcast.Payload;
import io.github.realtimespring.broadcast.Publication;
import io.github.realtimespring.broadcast.RecordingBackend;
import io.github.realtimespring.connection.Frame;
import io.github.realtimespring.connection.FrameEncoder;
import io.github.realtimespring.connection.TestConnection;
import io.github.realtimespring.history.LocalBackend;
import io.github.realtimespring.hub.HubFixture.Client;
import io.github.realtimespring.hub.HubFixture.NamedEncoder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the way of a message through {@link Hub}.
 */
class HubDeliveryTests {

	@Test
	@DisplayName("B3: everybody on every shard receives what one publisher sends, once and in order")
	void b3OrderForEverybody() {
		try (HubFixture fixture = new HubFixture(4, 16_384, new LocalBackend(HubFixture.history(100)),
				HubFixture.history(1))) {
			List<Client> clients = IntStream.range(0, 8).mapToObj((i) -> fixture.client(i % 4)).toList();
			clients.forEach((client) -> client.subscribe("a"));
			for (int i = 0; i < 10_000; i++) {
				fixture.publish("a", i);
			}
			fixture.settle();
			List<String> expected = numbers(0, 10_000);
			assertThat(clients).allSatisfy((client) -> {
				assertThat(client.messages()).isEqualTo(expected);
				assertThat(client.connection.violations()).isEmpty();
			});
			assertThat(fixture.hub.publications()).isEqualTo(10_000);
			assertThat(fixture.hub.deliveries()).isEqualTo(80_000);
			assertThat(fixture.hub.gaps()).isZero();
		}
	}

	@Test
	@DisplayName("B5: a stream that nobody here subscribed to is dropped")
	void b5UnsubscribedStreamsAreDropped() {
		try (HubFixture fixture = new HubFixture(2, 100, new RecordingBackend(), HubFixture.history(1))) {
			Client client = fixture.client(0);
			Subscription subscription = client.subscribe("a");
			fixture.publish("b", 1);
			fixture.publish("a", 2);
			fixture.settle();
			client.unsubscribe(subscription);
			fixture.publish("a", 3);
			fixture.settle();
			assertThat(client.messages()).containsExactly("2");
			assertThat(fixture.hub.publications()).isEqualTo(1);
			fixture.assertThatNothingIsLeft();
		}
	}

	@Test
	void excludedConnectionIsLeftOutWithAllItsSubscriptions() {
		try (HubFixture fixture = new HubFixture(2, 100, new RecordingBackend(), HubFixture.history(1))) {
			Client publisher = fixture.client(0);
			Client other = fixture.client(0);
			HubFixture.await(publisher.subscribe(List.of(publisher.to("a"), publisher.to("a", new NamedEncoder("x")))));
			other.subscribe("a");
			fixture.publish(HubFixture.publication("a", 1).exclude(publisher.id));
			fixture.publish(HubFixture.publication("a", 2).exclude("nobody"));
			fixture.settle();
			assertThat(publisher.messages()).containsExactlyInAnyOrder("2", "x2");
			assertThat(other.messages()).containsExactly("1", "2");
		}
	}

	@Test
	void everyIdentifierOfAConnectionReceivesACopy() {
		try (HubFixture fixture = new HubFixture(1, 100, new RecordingBackend(), HubFixture.history(1))) {
			Client client = fixture.client(0);
			HubFixture.await(client.subscribe(List.of(client.to("a", new NamedEncoder("x")), client.to("b"))));
			HubFixture.await(client.subscribe(List.of(client.to("a", new NamedEncoder("y")))));
			fixture.publish("a", 1);
			fixture.publish("b", 2);
			fixture.settle();
			assertThat(client.connection.frames()).startsWith("confirmed", "confirmed")
				.containsExactlyInAnyOrder("confirmed", "confirmed", "x1", "y1", "2")
				.last()
				.isEqualTo("2");
		}
	}

	@Test
	@DisplayName("A13: a message is encoded once for all who share an identifier and a protocol")
	void a13EncodedOncePerGroup() {
		try (HubFixture fixture = new HubFixture(1, 1000, new RecordingBackend(), HubFixture.history(1))) {
			AtomicInteger encoded = new AtomicInteger();
			record CountingEncoder(String name, AtomicInteger encoded) implements FrameEncoder {

				@Override
				public Frame encode(byte[] json) {
					this.encoded.incrementAndGet();
					return new NamedEncoder(this.name).encode(json);
				}

			}
			for (int i = 0; i < 60; i++) {
				Client client = fixture.client(0);
				HubFixture.await(client.subscribe(List.of(client.to("a", new CountingEncoder("g" + i % 3, encoded)))));
			}
			for (int i = 0; i < 100; i++) {
				fixture.publish("a", i);
			}
			fixture.settle();
			assertThat(encoded).hasValue(300);
			assertThat(fixture.hub.deliveries()).isEqualTo(6_000);
		}
	}

	@Test
	@DisplayName("A10: the confirmation comes before the first message, and nothing is missing after it")
	void a10ConfirmationComesFirst() throws Exception {
		try (HubFixture fixture = new HubFixture(3, 100_000, new LocalBackend(HubFixture.history(10)),
				HubFixture.history(1))) {
			Semaphore permits = new Semaphore(0);
			Thread publisher = new Thread(() -> {
				for (int i = 0; i < 4_000; i++) {
					permits.acquireUninterruptibly();
					fixture.publish("a", i);
				}
			});
			publisher.start();
			List<Client> clients = new ArrayList<>();
			for (int i = 0; i < 200; i++) {
				permits.release(20);
				Client client = fixture.client(i % 3);
				client.subscribe("a");
				clients.add(client);
			}
			publisher.join();
			fixture.settle();
			assertThat(clients).allSatisfy((client) -> {
				List<String> messages = client.messages();
				int first = messages.isEmpty() ? 4_000 : Integer.parseInt(messages.get(0));
				assertThat(messages).isEqualTo(numbers(first, 4_000));
			});
			assertThat(fixture.hub.gaps()).isZero();
		}
	}

	@Test
	void encoderThatThrowsDoesNotStopTheOthers() {
		try (HubFixture fixture = new HubFixture(1, 100, new RecordingBackend(), HubFixture.history(1))) {
			List<Client> clients = new ArrayList<>();
			for (int i = 0; i < 20; i++) {
				Client client = fixture.client(0);
				client.subscribe("a");
				clients.add(client);
				Client broken = fixture.client(0);
				HubFixture.await(broken.subscribe(List.of(broken.to("a", (json) -> {
					throw new IllegalStateException("expected by the test");
				}))));
			}
			fixture.publish("a", 1);
			fixture.publish(Publication.of("a", new Payload(Payload.Kind.BINARY, new byte[1])));
			fixture.publish("a", 2);
			fixture.settle();
			assertThat(clients).allSatisfy((client) -> assertThat(client.messages()).containsExactly("1", "2"));
		}
	}

	@Test
	void connectionThatThrowsDoesNotStopTheOthers() {
		try (HubFixture fixture = new HubFixture(1, 1000, new RecordingBackend(), HubFixture.history(1))) {
			List<Client> clients = new ArrayList<>();
			for (int i = 0; i < 20; i++) {
				Client client = fixture.client(0);
				client.subscribe("a");
				clients.add(client);
			}
			TestConnection broken = clients.get(7).connection;
			broken.throwFromNowOn(new IllegalStateException("expected by the test"));
			for (int i = 0; i < 300; i++) {
				fixture.publish("a", i);
			}
			fixture.settle();
			assertThat(broken.isDropped()).isTrue();
			clients.remove(7);
			assertThat(clients).allSatisfy((client) -> assertThat(client.messages()).isEqualTo(numbers(0, 300)));
		}
	}

	static List<String> numbers(int from, int to) {
		return IntStream.range(from, to).mapToObj(String::valueOf).toList();
	}

}
