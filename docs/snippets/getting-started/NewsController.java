package com.example.news;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import javax.crypto.spec.SecretKeySpec;

import io.github.realtimespring.broadcast.BroadcastService;
import io.github.realtimespring.stream.SignedStreamService;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class NewsController {

	private final BroadcastService broadcasts;

	private final SignedStreamService streams;

	private final JwtEncoder tokens;

	NewsController(BroadcastService broadcasts, SignedStreamService streams,
			@Value("${realtime.secret}") String secret) {
		this.broadcasts = broadcasts;
		this.streams = streams;
		byte[] key = secret.getBytes(StandardCharsets.UTF_8);
		this.tokens = NimbusJwtEncoder.withSecretKey(new SecretKeySpec(key, "HmacSHA256")).build();
	}

	// who may connect
	@GetMapping("/token")
	Map<String, String> token() {
		JwtClaimsSet claims = JwtClaimsSet.builder()
			.expiresAt(Instant.now().plus(Duration.ofMinutes(5)))
			.claim("ext", "{\"user_id\":\"reader\"}") // here goes the user who is logged in
			.build();
		JwsHeader header = JwsHeader.with(MacAlgorithm.HS256).build();
		return Map.of("token", this.tokens.encode(JwtEncoderParameters.from(header, claims)).getTokenValue());
	}

	// who may subscribe to what
	@GetMapping("/news/stream")
	Map<String, String> stream() {
		return Map.of("name", this.streams.sign("news"));
	}

	// publish: to everybody who subscribed, at once
	@PostMapping("/news")
	void publish(@RequestParam String text) {
		this.broadcasts.publish("news", Map.of("text", text));
	}

}
