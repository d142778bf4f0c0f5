/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import java.security.Key;
import java.util.Set;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;

/**
 * {@link SignatureCheck} with public keys.
 */
final class PublicKeySignatureCheck implements SignatureCheck {

	private final Set<JWSAlgorithm> algorithms;

	private final JWSKeySelector<SecurityContext> keys;

	private final DefaultJWSVerifierFactory verifiers = new DefaultJWSVerifierFactory();

	PublicKeySignatureCheck(Set<JWSAlgorithm> algorithms, JWSKeySelector<SecurityContext> keys) {
		this.algorithms = algorithms;
		this.keys = keys;
	}

	@Override
	public boolean isValid(JWSObject token) throws JOSEException {
		JWSHeader header = token.getHeader();
		if (!this.algorithms.contains(header.getAlgorithm())) {
			return false;
		}
		for (Key key : this.keys.selectJWSKeys(header, null)) {
			if (this.verifiers.createJWSVerifier(header, key)
				.verify(header, token.getSigningInput(), token.getSignature())) {
				return true;
			}
		}
		return false;
	}

}
