import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

@Configuration(proxyBeanMethods = false)
class OwnDecoder {

	// not a default candidate, so the decoder of a resource server stays the only one
	@Bean(defaultCandidate = false)
	@Qualifier("realtimeJwtDecoder")
	JwtDecoder realtimeJwtDecoder() {
		return NimbusJwtDecoder.withJwkSetUri("https://issuer.example/keys")
			.jwsAlgorithm(SignatureAlgorithm.PS256)
			.build();
	}

}
