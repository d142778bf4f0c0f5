import java.nio.charset.StandardCharsets;
import java.security.Principal;
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
class GettingStarted {

	private final JwtEncoder tokens;

	private final SignedStreamService streams;

	private final BroadcastService broadcasts;

	GettingStarted(@Value("${realtime.secret}") String secret, SignedStreamService streams,
			BroadcastService broadcasts) {
		byte[] key = secret.getBytes(StandardCharsets.UTF_8);
		this.tokens = NimbusJwtEncoder.withSecretKey(new SecretKeySpec(key, "HmacSHA256")).build();
		this.streams = streams;
		this.broadcasts = broadcasts;
	}

	// What the page needs: who it is, and what it may listen to
	@GetMapping("/token")
	Map<String, String> token(Principal principal) {
		String user = (principal != null) ? principal.getName() : "guest";
		JwtClaimsSet claims = JwtClaimsSet.builder()
			.claim("ext", "{\"user_id\":\"" + user + "\"}")
			.expiresAt(Instant.now().plus(Duration.ofMinutes(5)))
			.build();
		JwsHeader header = JwsHeader.with(MacAlgorithm.HS256).build();
		String token = this.tokens.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
		return Map.of("token", token, "greetings", this.streams.sign("greetings"));
	}

	@PostMapping("/greet")
	void greet(@RequestParam String text) {
		this.broadcasts.publish("greetings", Map.of("text", text));
	}

}
