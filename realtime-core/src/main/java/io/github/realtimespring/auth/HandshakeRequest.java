/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.auth;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The HTTP request that asks for a WebSocket, as an authenticator sees it. Names of
 * headers are case-insensitive. The object is only valid during the call it is passed to.
 */
public interface HandshakeRequest {

	/**
	 * The path of the request without its query, below the context path.
	 * @return the path, decoded
	 */
	String path();

	/**
	 * The first value of a header.
	 * @param name the header's name
	 * @return its value, or {@code null} if the header is missing
	 */
	@Nullable String header(String name);

	/**
	 * All values of a header.
	 * @param name the header's name
	 * @return its values in the order of the lines, empty if the header is missing
	 */
	List<String> headers(String name);

	/**
	 * All values of a query parameter.
	 * @param name the parameter's name
	 * @return the decoded values in their order, empty if the parameter is missing
	 */
	List<String> queryParameters(String name);

	/**
	 * Whether the query string follows the rules of percent encoding. When it does not,
	 * {@link #queryParameters(String)} answers with empty lists.
	 * @return {@code true} if the query could be read
	 */
	boolean queryReadable();

	/**
	 * The value of a cookie.
	 * @param name the cookie's name
	 * @return its value, or {@code null} if there is none
	 */
	@Nullable String cookie(String name);

	/**
	 * The address of the client, with forwarded headers applied where the application
	 * trusts them.
	 * @return the address
	 */
	String remoteAddress();

	/**
	 * Whether the request named an origin and the origin is in the list of allowed ones.
	 * Carriers that a browser sends by itself (cookies) may only be read then.
	 * @return {@code true} if there is an {@code Origin} header and it is allowed
	 */
	boolean originAllowed();

	/**
	 * The sub-protocols that the client offers, in the client's order, all header lines
	 * combined.
	 * @return the offered sub-protocols
	 */
	List<String> offeredSubProtocols();

}
