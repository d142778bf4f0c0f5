/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.broadcast;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.github.realtimespring.broadcast.PublishResult.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link BroadcastService}.
 */
class BroadcastServiceTests {

	private final RecordingBackend backend = new RecordingBackend();

	private final List<Publication> delivered = new ArrayList<>();

	private final BroadcastService service = BroadcastService.create(this.backend, this::encode,
			(stream) -> stream.length(), 1000);

	@BeforeEach
	void start() {
		this.backend.start(new BackendSink() {

			@Override
			public void deliver(Publication publication) {
				BroadcastServiceTests.this.delivered.add(publication);
			}

			@Override
			public void gap(String stream) {
			}

			@Override
			public int execute(RemoteCommand command) {
				return command.equals(new RemoteCommand.Disconnect(RemoteCommand.Target.IDENTIFIERS, "{\"a\":1}", true))
						? 3 : 0;
			}

			@Override
			public void up() {
			}

			@Override
			public void down() {
			}

		});
	}

	@Test
	@DisplayName("B3: texts stay texts, raw JSON stays as it is, objects are serialized, null is null")
	void b3Payloads() {
		this.service.publish("a", "{\"not\":\"parsed\"}");
		this.service.publishJson("a", " {\"n\" : 1.0} ");
		this.service.publish("a", Map.of("k", "v"));
		this.service.publish("a", null);
		this.service.publish("a", Payload.text("x"), BroadcastService.exclude("me"));
		this.service.publishAsync("a", 42).toCompletableFuture().join();
		assertThat(this.delivered)
			.extracting((publication) -> new String(publication.payload().toJson(), StandardCharsets.UTF_8))
			.containsExactly("\"{\\\"not\\\":\\\"parsed\\\"}\"", " {\"n\" : 1.0} ", "encoded {k=v}", "null", "\"x\"",
					"encoded 42");
		assertThat(this.delivered).extracting(Publication::excluded)
			.containsExactly(null, null, null, null, "me", null);
		assertThat(this.delivered).extracting(Publication::id).doesNotHaveDuplicates();
	}

	@Test
	@DisplayName("B3: a batch is published in its order, with a result for each")
	void b3Batches() {
		List<Publication> publications = List.of(Publication.of("a", Payload.text("1")),
				Publication.of("bb", Payload.text("2")), Publication.of("a", Payload.text("3")));
		assertThat(this.service.publishAll(publications)).containsExactly(new PublishResult(Outcome.ACCEPTED, null, 1),
				new PublishResult(Outcome.ACCEPTED, null, 2), new PublishResult(Outcome.ACCEPTED, null, 1));
		assertThat(this.delivered).isEqualTo(publications);
		assertThat(this.service.publishAll(List.of())).isEmpty();
	}

	@Test
	void whatCannotBeDeliveredIsRefusedBeforeAnythingIsPublished() {
		Publication fine = Publication.of("a", Payload.text("1"));
		assertThatIllegalArgumentException()
			.isThrownBy(
					() -> this.service.publishAll(List.of(fine, Publication.of("a", Payload.text("x".repeat(1001))))))
			.withMessageContaining("1001 bytes");
		assertThatIllegalArgumentException().isThrownBy(() -> this.service
			.publishAll(List.of(fine, Publication.of("a", new Payload(Payload.Kind.BINARY, new byte[1])))));
		assertThatIllegalArgumentException().isThrownBy(() -> this.service.publish("", "x"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.service.publish("x".repeat(1025), "x"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.service.publishJson("a", "{broken"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.service.publishJson("a", "1 2"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.service.publish("a", new Object()))
			.withMessageContaining("java.lang.Object");
		assertThat(this.delivered).isEmpty();
	}

	@Test
	void backendThatDoesNotTakeAPublicationFailsThePublisher() {
		this.backend.stop();
		assertThatExceptionOfType(PublishException.class).isThrownBy(() -> this.service.publish("a", "x"));
		assertThat(this.service.publishAsync("a", "x").toCompletableFuture()).isCompletedExceptionally();
		Backend broken = new FailingBackend();
		BroadcastService other = BroadcastService.create(broken, this::encode, (stream) -> 0, 1000);
		assertThatExceptionOfType(PublishException.class).isThrownBy(() -> other.publish("a", "x"))
			.havingRootCause()
			.isInstanceOf(IllegalStateException.class);
	}

	@Test
	void disconnectNamesTheIdentifiersExactly() {
		assertThat(this.service.disconnect("{\"a\":1}", true).toCompletableFuture()).isCompletedWithValue(3);
		assertThat(this.service.disconnect("{\"a\": 1}", true).toCompletableFuture()).isCompletedWithValue(0);
	}

	@Test
	void nothingOfAPublicationIsShown() {
		assertThat(Publication.of("secret-stream", Payload.text("secret"))).asString().doesNotContain("secret");
		assertThat(new RemoteCommand.Disconnect(RemoteCommand.Target.TOKEN, "secret", true)).asString()
			.doesNotContain("secret");
	}

	private byte[] encode(Object payload) {
		if (payload.getClass() == Object.class) {
			throw new IllegalStateException("expected by the test");
		}
		return ("encoded " + payload).getBytes(StandardCharsets.UTF_8);
	}

	private static final class FailingBackend implements Backend {

		@Override
		public void start(BackendSink sink) {
		}

		@Override
		public void stop() {
		}

		@Override
		public CompletableFuture<List<PublishResult>> publish(List<Publication> publications) {
			return CompletableFuture.failedFuture(new IllegalStateException("expected by the test"));
		}

		@Override
		public CompletableFuture<Void> subscribe(String stream) {
			return CompletableFuture.completedFuture(null);
		}

		@Override
		public void unsubscribe(String stream) {
		}

		@Override
		public CompletableFuture<Integer> execute(RemoteCommand command) {
			return CompletableFuture.completedFuture(0);
		}

	}

}
