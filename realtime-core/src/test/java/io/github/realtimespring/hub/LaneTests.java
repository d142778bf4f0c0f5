/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.hub;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import io.github.realtimespring.broadcast.Position;
import io.github.realtimespring.broadcast.RecordingBackend;
import io.github.realtimespring.hub.HubFixture.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.github.realtimespring.Eventually.eventually;
import static io.github.realtimespring.Eventually.until;
import static io.github.realtimespring.hub.HubHealingTests.positioned;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for subscribers that come to a shard after others have left it: they see nothing
 * of what was before, and no offset twice.
 */
class LaneTests {

	private static final int CAPACITY = 4;

	private final PagedHistory history = new PagedHistory();

	private final HubFixture fixture = new HubFixture(2, CAPACITY, new RecordingBackend(), this.history);

	@AfterEach
	void stop() {
		this.fixture.close();
	}

	@Test
	void pageThatComesAfterTheLastSubscriberHasLeftReachesNobody() {
		Client old = this.fixture.client(0);
		Subscription subscription = old.subscribe("a");
		CountDownLatch released = fallBehind(old, 1);
		released.countDown();
		PagedHistory.Read read = this.history.next();
		old.unsubscribe(subscription);
		Client fresh = this.fixture.client(0);
		fresh.subscribe("a");
		this.fixture.publish(positioned(30));
		read.answer(true, IntStream.rangeClosed(6, 30).mapToObj(HubHealingTests::positioned).toList());
		this.fixture.settle();
		this.fixture.publish(positioned(31));
		eventually(() -> assertThat(fresh.messages()).containsExactly("30", "31"));
		assertThat(this.history.isIdle()).isTrue();
		assertThat(this.fixture.hub.healed()).isZero();
	}

	@Test
	void pageThatComesAfterOthersOfAnotherShardStayedReachesNobodyWhoIsNew() {
		Client elsewhere = this.fixture.client(1);
		elsewhere.subscribe("a");
		Client old = this.fixture.client(0);
		Subscription subscription = old.subscribe("a");
		CountDownLatch released = fallBehind(old, 1);
		released.countDown();
		PagedHistory.Read read = this.history.next();
		old.unsubscribe(subscription);
		Client fresh = this.fixture.client(0);
		fresh.subscribe("a");
		read.answer(true, IntStream.rangeClosed(6, 25).mapToObj(HubHealingTests::positioned).toList());
		this.fixture.settle();
		this.fixture.publish(positioned(26));
		eventually(() -> assertThat(fresh.messages()).containsExactly("26"));
	}

	@Test
	void newSubscriberIsHealedFromItsOwnBeginning() {
		this.fixture.client(1).subscribe("a");
		Client old = this.fixture.client(0);
		Subscription subscription = old.subscribe("a");
		this.fixture.publish(positioned(1));
		old.unsubscribe(subscription);
		for (int i = 2; i <= 50; i++) {
			this.fixture.publish(positioned(i));
			this.fixture.settle();
		}
		Client fresh = this.fixture.client(0);
		fresh.subscribe("a");
		CountDownLatch released = fallBehind(fresh, 51);
		released.countDown();
		PagedHistory.Read read = this.history.next();
		assertThat(read.after()).isEqualTo(new Position("e", 51 + CAPACITY));
		read.answer(true, List.of());
	}

	@Test
	void offsetsThatWereSeenAreNotDeliveredAgain() {
		Client client = this.fixture.client(0);
		client.subscribe("a");
		for (int offset : new int[] { 1, 2, 2, 1, 3, 3, 2, 4 }) {
			this.fixture.publish(positioned(offset));
			this.fixture.settle();
		}
		assertThat(client.messages()).containsExactly("1", "2", "3", "4");
		this.fixture.publish(HubFixture.publication("a", 100).at(new Position("f", 1)));
		this.fixture.settle();
		assertThat(client.messages()).endsWith("4", "100");
	}

	/** Publish so much that the client's shard drops some of it. */
	private CountDownLatch fallBehind(Client client, int from) {
		CountDownLatch released = new CountDownLatch(1);
		HubHealingTests.block(client, released);
		this.fixture.publish(positioned(from));
		until(client.connection::isWriting);
		for (int i = 1; i < 20; i++) {
			this.fixture.publish(positioned(from + i));
		}
		return released;
	}

}
