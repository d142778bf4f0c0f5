/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.realtimespring.MovedClock;
import io.github.realtimespring.broadcast.Payload;
import io.github.realtimespring.broadcast.Position;
import io.github.realtimespring.broadcast.Publication;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link InMemoryHistory}.
 */
class InMemoryHistoryTests {

	private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T12:00:00Z"));

	private int number;

	@Test
	void offsetsGrowByOneWithinAnEpoch() {
		InMemoryHistory history = history(100, 1_000_000);
		Position first = position(append(history, "a", 10));
		assertThat(first.offset()).isEqualTo(1);
		assertThat(position(append(history, "a", 10))).isEqualTo(new Position(first.epoch(), 2));
		assertThat(position(append(history, "b", 10)).epoch()).isNotEqualTo(first.epoch());
		assertThat(history.top("a").toCompletableFuture().join()).hasValue(new Position(first.epoch(), 2));
		assertThat(history.top("c").toCompletableFuture().join()).isEmpty();
	}

	@Test
	void nothingIsKeptOfWhatIsTransientOrWhenHistoryIsOff() {
		InMemoryHistory history = history(100, 1_000_000);
		Publication passing = publication("a", 10).asTransient();
		assertThat(history.append(passing)).isSameAs(passing);
		InMemoryHistory off = new InMemoryHistory(new HistorySettings(false, 100, Duration.ofMinutes(5), 1000),
				this.clock);
		Publication publication = publication("a", 10);
		assertThat(off.append(publication)).isSameAs(publication);
		assertThat(history.streams() + off.streams()).isZero();
		assertThat(history.bytes() + off.bytes()).isZero();
	}

	@Test
	void readsInPages() {
		InMemoryHistory history = history(1000, 1_000_000);
		String epoch = position(append(history, "a", 1)).epoch();
		IntStream.range(1, 100).forEach((i) -> append(history, "a", 1));
		assertThat(offsets(read(history, "a", epoch, 0, 30))).isEqualTo(range(1, 30));
		assertThat(offsets(read(history, "a", epoch, 30, 30))).isEqualTo(range(31, 60));
		assertThat(offsets(read(history, "a", epoch, 90, 30))).isEqualTo(range(91, 100));
		assertThat(offsets(read(history, "a", epoch, 100, 30))).isEmpty();
		assertThat(read(history, "a", epoch, 100, 30).complete()).isTrue();
		assertThat(read(history, "a", epoch, 0, 30).complete()).isTrue();
	}

	@Test
	void positionsThatThisLogNeverGaveAreIncomplete() {
		InMemoryHistory history = history(1000, 1_000_000);
		String epoch = position(append(history, "a", 1)).epoch();
		assertThat(read(history, "a", epoch, 2, 10)).isEqualTo(new HistorySlice(List.of(), false));
		assertThat(read(history, "a", "other", 0, 10)).isEqualTo(new HistorySlice(List.of(), false));
		assertThat(read(history, "b", epoch, 0, 10)).isEqualTo(new HistorySlice(List.of(), false));
		assertThat(read(history, "a", epoch, -5, 10).complete()).isFalse();
		assertThat(read(history, "a", epoch, Long.MAX_VALUE, 10).complete()).isFalse();
		assertThat(read(history, "a", epoch, Long.MIN_VALUE, 10).complete()).isFalse();
	}

	@Test
	void limitForgetsTheOldestAndSaysSo() {
		InMemoryHistory history = history(10, 1_000_000);
		String epoch = position(append(history, "a", 3)).epoch();
		IntStream.range(1, 25).forEach((i) -> append(history, "a", 3));
		assertThat(history.bytes()).isEqualTo(30);
		HistorySlice late = read(history, "a", epoch, 14, 100);
		assertThat(late.complete()).isFalse();
		assertThat(offsets(late)).isEqualTo(range(16, 25));
		HistorySlice inTime = read(history, "a", epoch, 15, 100);
		assertThat(inTime.complete()).isTrue();
		assertThat(offsets(inTime)).isEqualTo(range(16, 25));
	}

	@Test
	@DisplayName("B5: what is too old is not read and its bytes are given back")
	void b5AgeForgets() {
		InMemoryHistory history = history(100, 1_000_000);
		String epoch = position(append(history, "a", 10)).epoch();
		this.clock.pass(Duration.ofMinutes(3));
		append(history, "a", 20);
		this.clock.pass(Duration.ofMinutes(2).plusMillis(1));
		HistorySlice slice = read(history, "a", epoch, 0, 100);
		assertThat(offsets(slice)).containsExactly(2L);
		assertThat(slice.complete()).isFalse();
		assertThat(history.bytes()).isEqualTo(20);
		this.clock.pass(Duration.ofMinutes(5));
		assertThat(offsets(read(history, "a", epoch, 0, 100))).isEmpty();
		assertThat(history.bytes()).isZero();
		assertThat(position(append(history, "a", 1))).isEqualTo(new Position(epoch, 3));
	}

	@Test
	void logThatWasForgottenComesBackWithAnotherEpoch() {
		InMemoryHistory history = history(100, 1_000_000);
		Position before = position(append(history, "a", 10));
		this.clock.pass(Duration.ofMinutes(5).plusMillis(1));
		history.sweep();
		assertThat(history.streams()).isZero();
		assertThat(history.bytes()).isZero();
		Position after = position(append(history, "a", 10));
		assertThat(after.offset()).isEqualTo(1);
		assertThat(after.epoch()).isNotEqualTo(before.epoch());
		assertThat(read(history, "a", before.epoch(), 1, 10).complete()).isFalse();
	}

	@Test
	void streamsThatNobodyPublishesToAnyMoreAreForgottenWhileOthersGrow() {
		InMemoryHistory history = history(100, 1_000_000);
		IntStream.range(0, 1_000).forEach((i) -> append(history, "old" + i, 10));
		assertThat(history.streams()).isEqualTo(1_000);
		this.clock.pass(Duration.ofMinutes(6));
		append(history, "a", 7);
		assertThat(history.streams()).isEqualTo(1);
		assertThat(history.bytes()).isEqualTo(7);
	}

	@Test
	void bytesOfAllStreamsTogetherAreBounded() {
		InMemoryHistory history = history(1000, 10_000);
		for (int i = 0; i < 5_000; i++) {
			append(history, "s" + i % 50, 1 + i % 300);
			assertThat(history.bytes()).isBetween(0L, 10_000L);
		}
		assertThat(history.streams()).isEqualTo(50);
		this.clock.pass(Duration.ofMinutes(6));
		history.sweep();
		assertThat(history.bytes()).isZero();
		assertThat(history.streams()).isZero();
	}

	@Test
	void publicationThatIsLargerThanTheBoundIsPlacedButNotKept() {
		InMemoryHistory history = history(1000, 100);
		String epoch = position(append(history, "a", 10)).epoch();
		append(history, "b", 10);
		Position large = position(append(history, "a", 1_000));
		assertThat(large).isEqualTo(new Position(epoch, 2));
		assertThat(history.bytes()).isBetween(0L, 100L);
		assertThat(read(history, "a", epoch, 1, 10).complete()).isFalse();
		assertThat(position(append(history, "a", 10))).isEqualTo(new Position(epoch, 3));
		assertThat(read(history, "a", epoch, 2, 10).complete()).isTrue();
	}

	private Publication append(InMemoryHistory history, String stream, int size) {
		return history.append(publication(stream, size));
	}

	private Publication publication(String stream, int size) {
		return new Publication("p" + this.number++, stream, new Payload(Payload.Kind.JSON, new byte[size]), null,
				this.clock.instant(), false, null, Publication.Type.MESSAGE, null, Map.of());
	}

	private InMemoryHistory history(int limit, long maxBytes) {
		return new InMemoryHistory(new HistorySettings(true, limit, Duration.ofMinutes(5), maxBytes), this.clock);
	}

	private static HistorySlice read(InMemoryHistory history, String stream, String epoch, long offset, int limit) {
		return history.read(stream, new Position(epoch, offset), limit).toCompletableFuture().join();
	}

	private static Position position(Publication publication) {
		Position position = publication.position();
		assertThat(position).isNotNull();
		return position;
	}

	private static List<Long> offsets(HistorySlice slice) {
		return slice.publications().stream().map((publication) -> position(publication).offset()).toList();
	}

	private static List<Long> range(long from, long to) {
		return IntStream.rangeClosed((int) from, (int) to).mapToObj(Long::valueOf).toList();
	}

}
