/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.github.realtimespring.Admission;
import io.github.realtimespring.auth.AuthenticationResult;
import io.github.realtimespring.auth.AuthenticationResult.Accepted;
import io.github.realtimespring.auth.AuthenticationResult.Rejected;
import io.github.realtimespring.auth.AuthenticationResult.Unavailable;
import io.github.realtimespring.auth.HandshakeRequest;
import io.github.realtimespring.protocol.CableProtocol;
import io.github.realtimespring.protocol.DisconnectReason;
import io.github.realtimespring.session.PingOptions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpRequestHandler;

/**
 * Decides about handshakes at the cable endpoints, in this order: limits, form of the
 * request, origin, authentication. A refused client is told by a message, because a
 * browser hides the status of a failed handshake from its page and the client would try
 * for ever; everything else is answered with an HTTP status. The transport only carries
 * what was decided here.
 */
class CableHandshakeHandler implements HttpRequestHandler {

	private static final Log logger = LogFactory.getLog(CableHandshakeHandler.class);

	private final Admission admission;

	private final AllowedOrigins origins;

	private final HandshakeAuthentication authentication;

	private final boolean rejectWithMessage;

	private final PingOptions pings;

	private final CableTransport transport;

	private final HandshakeObserver observer;

	CableHandshakeHandler(Admission admission, AllowedOrigins origins, HandshakeAuthentication authentication,
			boolean rejectWithMessage, PingOptions pings, CableTransport transport, HandshakeObserver observer) {
		this.admission = admission;
		this.origins = origins;
		this.authentication = authentication;
		this.rejectWithMessage = rejectWithMessage;
		this.pings = pings;
		this.transport = transport;
		this.observer = observer;
	}

	@Override
	public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.observer.observe(request, () -> decide(request, response));
	}

	private HandshakeOutcome decide(HttpServletRequest request, HttpServletResponse response) throws IOException {
		HandshakeRefusal refusal = checkLimits();
		refusal = (refusal != null) ? refusal : UpgradeRequestCheck.beforeOrigin(request);
		if (refusal != null) {
			return refuse(refusal, response);
		}
		OriginDecision origin = this.origins.decide(request);
		refusal = (origin == OriginDecision.REFUSED) ? originRefused() : UpgradeRequestCheck.afterOrigin(request);
		if (refusal != null) {
			return refuse(refusal, response);
		}
		AuthenticationResult result = this.authentication.authenticate(request, origin);
		refusal = refusal(result);
		return (refusal != null) ? refuse(refusal, response) : upgrade(request, response, origin, result);
	}

	private @Nullable HandshakeRefusal checkLimits() {
		Optional<Duration> wait = this.admission.turnAway();
		if (wait.isEmpty()) {
			return null;
		}
		return this.admission.isClosed()
				? HandshakeRefusal.unavailable(HandshakeOutcome.DRAINING, "the server is shutting down", wait.get())
				: HandshakeRefusal.unavailable(HandshakeOutcome.LIMIT_REACHED, "there are too many connections",
						wait.get());
	}

	private @Nullable HandshakeRefusal refusal(AuthenticationResult result) {
		if (result instanceof Unavailable unavailable) {
			return HandshakeRefusal.unavailable(HandshakeOutcome.UNAVAILABLE, "tokens cannot be verified now",
					unavailable.retryAfter());
		}
		if (result instanceof Rejected rejected && !this.rejectWithMessage) {
			return new HandshakeRefusal(HttpStatus.UNAUTHORIZED, outcome(rejected.reason()),
					"the token is missing, wrong or out of date", null);
		}
		return null;
	}

	private HandshakeOutcome upgrade(HttpServletRequest request, HttpServletResponse response, OriginDecision origin,
			AuthenticationResult result) throws IOException {
		HandshakeRequest handshake = new ServletHandshakeRequest(request, origin == OriginDecision.ALLOWED);
		PingOptions pings = PingOptions.of(last(handshake.queryParameters("pi")),
				last(handshake.queryParameters("ptp")), this.pings);
		Rejected rejected = (result instanceof Rejected refused) ? refused : null;
		CableHandshake decided = new CableHandshake(CableProtocol.select(handshake.offeredSubProtocols()),
				(result instanceof Accepted accepted) ? accepted.identity() : null,
				(rejected != null) ? rejected.reason() : null, pings, handshake.remoteAddress());
		try {
			this.transport.upgrade(request, response, decided);
		}
		catch (CableTransport.UpgradeException ex) {
			logger.warn(LogMessage.format("The container could not upgrade a connection: %s", ex.getMessage()));
			return refuse(new HandshakeRefusal(HttpStatus.INTERNAL_SERVER_ERROR, HandshakeOutcome.ERROR,
					"the connection could not be upgraded", null), response);
		}
		return (rejected != null) ? outcome(rejected.reason()) : HandshakeOutcome.ACCEPTED;
	}

	private static HandshakeRefusal originRefused() {
		return new HandshakeRefusal(HttpStatus.FORBIDDEN, HandshakeOutcome.ORIGIN_REFUSED, "the origin is not allowed",
				null);
	}

	private static HandshakeOutcome refuse(HandshakeRefusal refusal, HttpServletResponse response) throws IOException {
		if (!response.isCommitted()) {
			refusal.write(response);
		}
		return refusal.outcome();
	}

	private static HandshakeOutcome outcome(DisconnectReason reason) {
		return (reason == DisconnectReason.TOKEN_EXPIRED) ? HandshakeOutcome.TOKEN_EXPIRED
				: HandshakeOutcome.UNAUTHORIZED;
	}

	private static @Nullable String last(List<String> values) {
		return values.isEmpty() ? null : values.get(values.size() - 1);
	}

}
