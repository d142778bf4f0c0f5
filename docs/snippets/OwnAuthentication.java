import io.github.realtimespring.auth.AuthenticationResult;
import io.github.realtimespring.auth.ConnectionAuthenticator;
import io.github.realtimespring.auth.Identity;
import io.github.realtimespring.json.JsonText;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OwnAuthentication {

	interface ApiKeys {

		/** The user of a key, or {@code null}. */
		String userOf(String key);

	}

	@Bean
	ConnectionAuthenticator connectionAuthenticator(ApiKeys keys) {
		return (request) -> {
			String key = request.header("X-API-Key");
			String user = (key != null) ? keys.userOf(key) : null;
			if (user == null) {
				return AuthenticationResult.unauthorized();
			}
			String identifiers = "{\"user_id\":" + JsonText.quote(user) + "}";
			return AuthenticationResult.accepted(Identity.of(identifiers, user));
		};
	}

}
