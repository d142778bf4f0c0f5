import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import org.springframework.beans.factory.annotation.Value;

class MakingTokens {

	private final MACSigner signer;

	MakingTokens(@Value("${realtime.secret}") String secret) throws JOSEException {
		this.signer = new MACSigner(secret.getBytes(StandardCharsets.UTF_8));
	}

	String makeToken(long userId, Duration lifetime) throws JOSEException {
		JWTClaimsSet claims = new JWTClaimsSet.Builder().claim("ext", "{\"user_id\":" + userId + "}")
			.expirationTime(Date.from(Instant.now().plus(lifetime)))
			.build();
		SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
		token.sign(this.signer);
		return token.serialize();
	}

}
