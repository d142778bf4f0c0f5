/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.util.Map;

import io.github.realtimespring.auth.AuthenticationResult;
import io.github.realtimespring.auth.ConnectionAuthenticator;
import io.github.realtimespring.auth.Identity;
import io.github.realtimespring.protocol.DisconnectReason;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/**
 * Guards an application's own WebSocket endpoints the way the cable endpoints are
 * guarded: by the origin of the page first, then by the {@link ConnectionAuthenticator},
 * which by default wants a JSON Web Token. A bean of this type is ready to be added:
 * {@code registry.addHandler(handler, "/ws").addInterceptors(interceptor)}.
 * <p>
 * A page that is not allowed is answered with 403, a missing or bad token with 401, and
 * 503 with {@code Retry-After} says that tokens cannot be verified now. With
 * {@link RejectWith#MESSAGE} the handshake succeeds all the same, and it is the handler
 * that must look at {@link #rejection(Map)}, tell the client and close the session.
 * <p>
 * Safe from any thread.
 */
public class JwtHandshakeInterceptor implements HandshakeInterceptor {

	/**
	 * The session attribute that holds the {@link Identity}. Missing if the connection is
	 * anonymous.
	 */
	public static final String IDENTITY_ATTRIBUTE = Identity.class.getName();

	/**
	 * The session attribute that holds the {@link DisconnectReason} of a refused
	 * connection.
	 */
	public static final String REJECTION_ATTRIBUTE = DisconnectReason.class.getName();

	private final HandshakeAuthentication authentication;

	private final AllowedOrigins origins;

	private final RejectWith rejectWith;

	/**
	 * Create an interceptor.
	 * @param authenticator decides who may connect
	 * @param origins decides which pages may connect
	 * @param rejectWith how a refused connection is told; {@link RejectWith#AUTO} is
	 * {@link RejectWith#HTTP} here
	 */
	public JwtHandshakeInterceptor(ConnectionAuthenticator authenticator, AllowedOrigins origins,
			RejectWith rejectWith) {
		this.authentication = new HandshakeAuthentication(authenticator);
		this.origins = origins;
		this.rejectWith = rejectWith;
	}

	/**
	 * The identity of a connection.
	 * @param attributes the attributes of its session
	 * @return the identity, or {@code null} if the connection is anonymous
	 */
	public static @Nullable Identity identity(Map<String, Object> attributes) {
		return (Identity) attributes.get(IDENTITY_ATTRIBUTE);
	}

	/**
	 * Why a connection must be closed at once.
	 * @param attributes the attributes of its session
	 * @return the reason, or {@code null} if the connection was accepted
	 */
	public static @Nullable DisconnectReason rejection(Map<String, Object> attributes) {
		return (DisconnectReason) attributes.get(REJECTION_ATTRIBUTE);
	}

	@Override
	public boolean beforeHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
			Map<String, Object> attributes) {
		if (!(request instanceof ServletServerHttpRequest servletRequest)) {
			return refuse(response, HttpStatus.UNAUTHORIZED);
		}
		OriginDecision origin = this.origins.decide(servletRequest.getServletRequest());
		if (origin == OriginDecision.REFUSED) {
			return refuse(response, HttpStatus.FORBIDDEN);
		}
		AuthenticationResult result = this.authentication.authenticate(servletRequest.getServletRequest(), origin);
		if (result instanceof AuthenticationResult.Accepted accepted) {
			if (accepted.identity() != null) {
				attributes.put(IDENTITY_ATTRIBUTE, accepted.identity());
			}
			return true;
		}
		return (result instanceof AuthenticationResult.Unavailable unavailable) ? retryLater(response, unavailable)
				: reject(response, attributes, ((AuthenticationResult.Rejected) result).reason());
	}

	private boolean reject(ServerHttpResponse response, Map<String, Object> attributes, DisconnectReason reason) {
		if (this.rejectWith == RejectWith.MESSAGE) {
			attributes.put(REJECTION_ATTRIBUTE, reason);
			return true;
		}
		response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
		return refuse(response, HttpStatus.UNAUTHORIZED);
	}

	private static boolean retryLater(ServerHttpResponse response, AuthenticationResult.Unavailable unavailable) {
		long seconds = Math.max(1, unavailable.retryAfter().toSeconds());
		response.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
		return refuse(response, HttpStatus.SERVICE_UNAVAILABLE);
	}

	private static boolean refuse(ServerHttpResponse response, HttpStatus status) {
		response.setStatusCode(status);
		return false;
	}

	@Override
	public void afterHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
			@Nullable Exception exception) {
	}

}
