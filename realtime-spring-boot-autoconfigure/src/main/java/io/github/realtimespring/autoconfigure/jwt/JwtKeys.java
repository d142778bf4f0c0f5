/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import java.security.PublicKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import io.github.realtimespring.autoconfigure.RealtimeSecrets;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.MutuallyExclusiveConfigurationPropertiesException;
import org.springframework.core.io.Resource;
import org.springframework.util.StringUtils;

/**
 * Finds out which keys the configuration names.
 */
final class JwtKeys {

	private static final List<JWSAlgorithm> ALGORITHMS = List.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384,
			JWSAlgorithm.RS512, JWSAlgorithm.PS256, JWSAlgorithm.PS384, JWSAlgorithm.PS512, JWSAlgorithm.ES256,
			JWSAlgorithm.ES384, JWSAlgorithm.ES512);

	private final JwtProperties properties;

	private final RealtimeSecrets secrets;

	JwtKeys(JwtProperties properties, RealtimeSecrets secrets) {
		this.properties = properties;
		this.secrets = secrets;
	}

	/**
	 * Create the check for the one source of keys.
	 * @return the check, or {@code null} if no key is configured
	 */
	@Nullable SignatureCheck signatureCheck() {
		MutuallyExclusiveConfigurationPropertiesException.throwIfMultipleNonNullValuesIn((entries) -> {
			entries.put("realtime.jwt.secret",
					"none".equals(this.properties.secret()) ? null : text(this.properties.secret()));
			entries.put("realtime.jwt.jwk-set-uri", text(this.properties.jwkSetUri()));
			entries.put("realtime.jwt.issuer-uri", text(this.properties.issuerUri()));
			entries.put("realtime.jwt.public-key-location", this.properties.publicKeyLocation());
		});
		String jwkSetUri = text(this.properties.jwkSetUri());
		String issuerUri = text(this.properties.issuerUri());
		Resource publicKey = this.properties.publicKeyLocation();
		if (jwkSetUri != null) {
			return keySet(RemoteKeys.jwkSet(jwkSetUri));
		}
		if (issuerUri != null) {
			return keySet(RemoteKeys.issuer(issuerUri));
		}
		return (publicKey != null) ? publicKey(PemPublicKey.read(publicKey)) : secret();
	}

	private @Nullable SignatureCheck secret() {
		List<String> secrets = this.secrets.forPurpose("realtime.jwt.secret", this.properties.secret());
		return secrets.isEmpty() ? null : new SecretSignatureCheck(secrets, this.properties.algorithm());
	}

	private SignatureCheck keySet(JWKSource<SecurityContext> source) {
		Set<JWSAlgorithm> algorithms = algorithms();
		return new PublicKeySignatureCheck(algorithms, new JWSVerificationKeySelector<>(algorithms, source));
	}

	private SignatureCheck publicKey(PublicKey key) {
		return new PublicKeySignatureCheck(algorithms(), (header, context) -> List.of(key));
	}

	private Set<JWSAlgorithm> algorithms() {
		Set<JWSAlgorithm> algorithms = new LinkedHashSet<>();
		for (String name : this.properties.algorithms()) {
			JWSAlgorithm algorithm = JWSAlgorithm.parse(name.trim());
			if (!ALGORITHMS.contains(algorithm)) {
				throw new InvalidConfigurationPropertyValueException("realtime.jwt.algorithms", name,
						"Public keys verify " + ALGORITHMS + ".");
			}
			algorithms.add(algorithm);
		}
		return algorithms;
	}

	private static @Nullable String text(@Nullable String value) {
		return StringUtils.hasText(value) ? value : null;
	}

}
