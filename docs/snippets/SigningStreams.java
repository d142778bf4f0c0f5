import java.time.Duration;

import io.github.realtimespring.stream.SignedStreamService;

class SigningStreams {

	private final SignedStreamService streams;

	SigningStreams(SignedStreamService streams) {
		this.streams = streams;
	}

	String forEverybody(long roomId) {
		return this.streams.sign("room/" + roomId);
	}

	String forOneUser(String userId) {
		return this.streams.sign("inbox/" + userId, Duration.ofHours(1), userId);
	}

}
