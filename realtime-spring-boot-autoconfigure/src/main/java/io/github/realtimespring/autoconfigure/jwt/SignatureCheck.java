/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.KeySourceException;

/**
 * Checks the signature of a token. Only keys from the configuration count, whatever the
 * header of the token names.
 */
@FunctionalInterface
interface SignatureCheck {

	/**
	 * Check a signature.
	 * @param token the token
	 * @return {@code true} if one of the keys made it
	 * @throws KeySourceException if the keys cannot be had now
	 * @throws JOSEException if the token asks for something that is not supported
	 */
	boolean isValid(JWSObject token) throws JOSEException;

}
