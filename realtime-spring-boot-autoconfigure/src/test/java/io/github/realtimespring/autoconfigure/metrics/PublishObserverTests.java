/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.metrics;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.realtimespring.autoconfigure.PublicationSource;
import io.github.realtimespring.broadcast.BroadcastService;
import io.github.realtimespring.broadcast.Payload;
import io.github.realtimespring.broadcast.Publication;
import io.github.realtimespring.broadcast.PublishException;
import io.github.realtimespring.broadcast.PublishResult;
import io.github.realtimespring.broadcast.PublishResult.Outcome;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PublishObserver} and {@link MeasuredBroadcastService}.
 */
class PublishObserverTests {

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	@ParameterizedTest
	@EnumSource(Outcome.class)
	@DisplayName("A37: a publish is observed until its outcome is known")
	void a37PublishIsObserved(Outcome outcome) {
		observed(PlainBroadcastService.with(outcome)).publish("secret-room", "x");
		assertObserved("code", Meters.tag(outcome));
	}

	@Test
	@DisplayName("A37: no key value names a stream")
	void a37StreamIsNoKeyValue() {
		observed(new PlainBroadcastService()).publish("secret-room", "secret-payload");
		TestObservationRegistryAssert.assertThat(this.registry)
			.hasObservationWithNameEqualTo("realtime.publish")
			.that()
			.hasOnlyKeys("source", "outcome")
			.satisfies((context) -> assertThat(context.getAllKeyValues().toString()).doesNotContain("secret"));
	}

	@Test
	void whatIsPublishedForAnEndpointBearsItsSource() {
		BroadcastService service = observed(new PlainBroadcastService());
		PublicationSource.HTTP.publish(() -> service.publish("a", "x"));
		assertObserved("http", "accepted");
		assertThat(PublicationSource.current()).isEqualTo(PublicationSource.CODE);
	}

	@Test
	void failuresAreErrors() {
		PublishException failure = new PublishException("down");
		BroadcastService service = observed(PlainBroadcastService.failing(failure));
		assertThatExceptionOfType(PublishException.class).isThrownBy(() -> service.publishJson("a", "{}"))
			.isSameAs(failure);
		assertObserved("code", "unavailable");
		TestObservationRegistryAssert.assertThat(this.registry)
			.hasObservationWithNameEqualTo("realtime.publish")
			.that()
			.hasError(failure);
	}

	@Test
	void asynchronousFailuresAreErrorsWithTheirCause() {
		IllegalArgumentException failure = new IllegalArgumentException("bad");
		BroadcastService service = observed(PlainBroadcastService.failing(failure));
		CompletableFuture<?> stage = service.publishAllAsync(publications()).toCompletableFuture();
		assertThatException().isThrownBy(stage::join);
		assertObserved("code", "invalid");
		TestObservationRegistryAssert.assertThat(this.registry)
			.hasObservationWithNameEqualTo("realtime.publish")
			.that()
			.hasError(failure);
	}

	@Test
	void otherFailuresAreErrors() {
		BroadcastService service = observed(PlainBroadcastService.failing(new IllegalStateException("broken")));
		assertThatException().isThrownBy(() -> service.publishAsync("a", "x").toCompletableFuture().join());
		assertObserved("code", "error");
	}

	@Test
	void batchesAreOneObservationWithTheWorstOutcome() {
		observed(PlainBroadcastService.with(Outcome.UNKNOWN)).publishAll(publications());
		assertObserved("code", "unknown");
		assertThat(PublishOutcome.of(List.of())).isEqualTo(PublishOutcome.ACCEPTED);
	}

	@Test
	void callRunsInTheScopeOfTheObservation() {
		boolean[] inScope = new boolean[1];
		PlainBroadcastService plain = new PlainBroadcastService() {

			@Override
			public PublishResult publish(String stream, @Nullable Object payload) {
				inScope[0] = PublishObserverTests.this.registry.getCurrentObservation() != null;
				return super.publish(stream, payload);
			}

		};
		observed(plain).publish("a", "x", BroadcastService.exclude(null));
		assertThat(inScope[0]).isTrue();
		assertThat(this.registry.getCurrentObservation()).isNull();
	}

	@Test
	void whatDoesNotPublishIsNotObserved() {
		BroadcastService service = observed(new PlainBroadcastService());
		assertThat(service.payload("x")).isNotNull();
		assertThat(service.disconnect("{}", true).toCompletableFuture()).isCompletedWithValue(0);
		TestObservationRegistryAssert.assertThat(this.registry).doesNotHaveAnyObservation();
	}

	private BroadcastService observed(BroadcastService service) {
		return new MeasuredBroadcastService(service, new PublishObserver(this.registry, null));
	}

	private void assertObserved(String source, String outcome) {
		TestObservationRegistryAssert.assertThat(this.registry)
			.hasNumberOfObservationsEqualTo(1)
			.hasObservationWithNameEqualTo("realtime.publish")
			.that()
			.hasBeenStarted()
			.hasBeenStopped()
			.hasContextualNameEqualTo("realtime publish")
			.hasLowCardinalityKeyValue("source", source)
			.hasLowCardinalityKeyValue("outcome", outcome);
	}

	private static List<Publication> publications() {
		Publication publication = Publication.of("a", Payload.text("x"));
		return List.of(publication, publication);
	}

}
