/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.hub;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

import io.github.realtimespring.broadcast.RecordingBackend;
import io.github.realtimespring.hub.HubFixture.Client;
import io.github.realtimespring.hub.HubFixture.NamedEncoder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SubscriptionIndex} against a model.
 */
class SubscriptionIndexTests {

	private final SubscriptionIndex index = new SubscriptionIndex();

	private final DirtyOutboxes dirty = new DirtyOutboxes();

	@Test
	void randomSubscriptionsComeAndGo() {
		try (HubFixture fixture = new HubFixture(1, 1, new RecordingBackend(), HubFixture.history(1))) {
			Random random = new Random(5);
			List<Client> clients = Collections.nCopies(50, 0).stream().map(fixture::client).toList();
			TreeMap<String, List<Subscription>> model = new TreeMap<>();
			List<Subscription> all = new ArrayList<>();
			for (int i = 0; i < 20_000; i++) {
				boolean growing = (i / 2_000) % 2 == 0;
				if (all.isEmpty() || random.nextInt(10) < (growing ? 7 : 3)) {
					Subscription added = clients.get(random.nextInt(50))
						.to("s" + random.nextInt(5), new NamedEncoder("e" + random.nextInt(3)));
					this.index.add(added);
					all.add(added);
					model.computeIfAbsent(added.stream, (stream) -> new ArrayList<>()).add(added);
				}
				else {
					Subscription removed = all.remove(random.nextInt(all.size()));
					model.get(removed.stream).remove(removed);
					this.index.remove(removed);
					this.index.remove(removed);
				}
				if (i % 500 == 0) {
					model.forEach((stream,
							subscriptions) -> assertThat(this.index.fanOut(stream, new byte[0], null, this.dirty))
								.isEqualTo(subscriptions.size()));
				}
			}
			Collections.shuffle(all, random);
			all.forEach(this.index::remove);
			assertThat(this.index.isEmpty()).isTrue();
			assertThat(this.index.fanOut("s1", new byte[0], null, this.dirty)).isZero();
		}
	}

}
