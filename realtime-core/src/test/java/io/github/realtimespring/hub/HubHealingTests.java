/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import io.github.realtimespring.broadcast.Position;
import io.github.realtimespring.broadcast.Publication;
import io.github.realtimespring.broadcast.RecordingBackend;
import io.github.realtimespring.history.InMemoryHistory;
import io.github.realtimespring.history.LocalBackend;
import io.github.realtimespring.hub.HubFixture.Client;
import org.junit.jupiter.api.Test;

import static io.github.realtimespring.Eventually.eventually;
import static io.github.realtimespring.Eventually.until;
import static io.github.realtimespring.hub.HubDeliveryTests.numbers;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a shard of {@link Hub} that is too slow for what is published, and heals from
 * the history.
 */
class HubHealingTests {

	private static final int CAPACITY = 4;

	private final CountDownLatch released = new CountDownLatch(1);

	@Test
	void everythingThatWasDroppedIsReadFromTheHistory() {
		InMemoryHistory history = HubFixture.history(10_000);
		try (HubFixture fixture = new HubFixture(1, CAPACITY, new LocalBackend(history), history)) {
			Client client = blockedClient(fixture);
			publish(fixture, 1, 3_000);
			this.released.countDown();
			eventually(() -> assertThat(client.messages()).hasSize(3_000));
			publishOneByOne(fixture, client, 3_000, 3_010);
			assertThat(client.messages()).isEqualTo(numbers(0, 3_010));
			assertThat(fixture.hub.healed()).isBetween(2_900L, 3_000L);
			assertThat(fixture.hub.gaps()).isZero();
			assertThat(fixture.gaps).isEmpty();
		}
	}

	@Test
	void underLoadNothingIsLostDoubledOrReordered() throws Exception {
		InMemoryHistory history = HubFixture.history(10_000);
		try (HubFixture fixture = new HubFixture(2, CAPACITY, new LocalBackend(history), history)) {
			List<String> streams = List.of("a", "b", "c");
			List<Client> clients = IntStream.range(0, 6).mapToObj((i) -> fixture.client(i % 2)).toList();
			for (int i = 0; i < clients.size(); i++) {
				clients.get(i).subscribe(streams.get(i / 2));
			}
			List<Thread> publishers = streams.stream().map((stream) -> new Thread(() -> {
				for (int i = 0; i < 5_000; i++) {
					fixture.publish(stream, i);
				}
			})).toList();
			publishers.forEach(Thread::start);
			for (Thread publisher : publishers) {
				publisher.join();
			}
			List<String> expected = numbers(0, 5_000);
			eventually(() -> assertThat(clients).allSatisfy((client) -> assertThat(client.messages()).hasSize(5_000)));
			assertThat(clients).allSatisfy((client) -> assertThat(client.messages()).isEqualTo(expected));
			assertThat(fixture.hub.gaps()).isZero();
		}
	}

	@Test
	void transientPublicationsThatAreDroppedAreCountedAsGaps() {
		InMemoryHistory history = HubFixture.history(100);
		try (HubFixture fixture = new HubFixture(1, CAPACITY, new LocalBackend(history), history)) {
			Client client = blockedClient(fixture);
			publish(fixture, 1, 1 + CAPACITY);
			for (int i = 0; i < 5; i++) {
				fixture.publish(HubFixture.publication("a", "-1").asTransient());
			}
			publish(fixture, 1 + CAPACITY, 20);
			fixture.publish(HubFixture.publication("a", "-1").asTransient());
			this.released.countDown();
			eventually(() -> assertThat(client.messages()).isEqualTo(numbers(0, 20)));
			assertThat(fixture.hub.gaps()).isEqualTo(6);
			assertThat(fixture.gaps).hasSize(6).containsOnly("a");
			fixture.publish(HubFixture.publication("a", "-2").asTransient());
			eventually(() -> assertThat(client.messages()).endsWith("19", "-2"));
		}
	}

	@Test
	void withoutAHistoryEverythingThatIsDroppedIsAGap() {
		try (HubFixture fixture = new HubFixture(1, CAPACITY, new RecordingBackend(), HubFixture.history(1))) {
			Client client = blockedClient(fixture);
			publish(fixture, 1, 20);
			this.released.countDown();
			fixture.settle();
			assertThat(client.messages()).isEqualTo(numbers(0, 1 + CAPACITY));
			assertThat(fixture.hub.gaps()).isEqualTo(19 - CAPACITY);
		}
	}

	@Test
	void whatTheHistoryHasNoMoreIsAGapAndTheRestIsHealed() {
		InMemoryHistory history = HubFixture.history(10);
		try (HubFixture fixture = new HubFixture(1, CAPACITY, new LocalBackend(history), history)) {
			Client client = blockedClient(fixture);
			publish(fixture, 1, 100);
			this.released.countDown();
			until(() -> client.messages().contains("99"));
			List<String> expected = new ArrayList<>(numbers(0, 1 + CAPACITY));
			expected.addAll(numbers(90, 100));
			assertThat(client.messages()).isEqualTo(expected);
			assertThat(fixture.hub.gaps()).isEqualTo(1);
			publishOneByOne(fixture, client, 100, 105);
		}
	}

	@Test
	void historyThatCannotBeReadIsAGapAndLiveGoesOn() {
		for (boolean thrown : new boolean[] { true, false }) {
			PagedHistory history = new PagedHistory();
			CountDownLatch released = new CountDownLatch(1);
			try (HubFixture fixture = new HubFixture(1, CAPACITY, new RecordingBackend(), history)) {
				Client client = blockedClient(fixture, released);
				for (int i = 1; i <= 20; i++) {
					fixture.publish(positioned(i));
				}
				history.fail(thrown);
				released.countDown();
				eventually(() -> assertThat(fixture.hub.gaps()).isEqualTo(1));
				fixture.settle();
				fixture.publish(positioned(21));
				eventually(() -> assertThat(client.messages()).endsWith("21"));
				assertThat(client.messages()).hasSize(1 + CAPACITY + 1);
			}
		}
	}

	@Test
	void whatIsDroppedWhileTheLastPageIsReadIsReadNext() {
		PagedHistory history = new PagedHistory();
		try (HubFixture fixture = new HubFixture(1, CAPACITY, new RecordingBackend(), history)) {
			Client client = blockedClient(fixture);
			for (int i = 1; i <= 10; i++) {
				fixture.publish(positioned(i));
			}
			this.released.countDown();
			PagedHistory.Read first = history.next();
			assertThat(first.after()).isEqualTo(new Position("e", CAPACITY));
			fixture.publish(positioned(11));
			// the log had more than was dropped when it was read
			first.answer(true, IntStream.rangeClosed(CAPACITY + 1, 11).mapToObj(HubHealingTests::positioned).toList());
			PagedHistory.Read second = history.next();
			assertThat(second.after()).isEqualTo(new Position("e", 11));
			fixture.publish(positioned(12));
			second.answer(false, List.of(positioned(12)));
			PagedHistory.Read third = history.next();
			third.answer(true, List.of());
			fixture.settle();
			fixture.publish(positioned(12));
			fixture.publish(positioned(13));
			eventually(() -> assertThat(client.messages()).isEqualTo(numbers(0, 14)));
			assertThat(fixture.hub.gaps()).isEqualTo(1);
		}
	}

	/** A client whose first message blocks the shard, so that what follows piles up. */
	private Client blockedClient(HubFixture fixture) {
		return blockedClient(fixture, this.released);
	}

	private static Client blockedClient(HubFixture fixture, CountDownLatch released) {
		Client client = fixture.client(0);
		client.subscribe("a");
		block(client, released);
		fixture.publish("a", 0);
		until(client.connection::isWriting);
		return client;
	}

	/** The next write of the client blocks its thread, which no transport would do. */
	static void block(Client client, CountDownLatch released) {
		client.connection.duringWrite(() -> {
			try {
				released.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
	}

	static Publication positioned(int offset) {
		return HubFixture.publication("a", offset).at(new Position("e", offset));
	}

	private static void publish(HubFixture fixture, int from, int to) {
		for (int i = from; i < to; i++) {
			fixture.publish("a", i);
		}
	}

	/** Each waits for the one before, so that none has to be healed. */
	private static void publishOneByOne(HubFixture fixture, Client client, int from, int to) {
		long healed = fixture.hub.healed();
		for (int i = from; i < to; i++) {
			fixture.publish("a", i);
			String message = String.valueOf(i);
			eventually(() -> assertThat(client.messages()).endsWith(message));
		}
		assertThat(fixture.hub.healed()).isEqualTo(healed);
	}

}
