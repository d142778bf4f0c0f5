/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.realtimespring.auth.DerivedKeys;
import io.github.realtimespring.autoconfigure.PublicationSource;
import io.github.realtimespring.autoconfigure.RealtimeSecrets;
import io.github.realtimespring.autoconfigure.ServedEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.StringUtils;

/**
 * Decides which endpoints for publishers exist: those that have a key, or that public
 * mode opens. One without a key is logged, as a key that was forgotten is otherwise seen
 * only as a 404; the others are part of the start log.
 */
final class PublisherEndpoints {

	private static final Log logger = LogFactory.getLog(PublisherEndpoints.class);

	private static final String HINT = "Send the header 'Authorization: Bearer <key>'. The key is '%s' or, if that is "
			+ "not set, the lower-case hex HMAC-SHA256 of '%s' under 'realtime.secret'.";

	private final List<PublisherEndpoint> endpoints = new ArrayList<>();

	private final String servletPrefix;

	PublisherEndpoints(BroadcastProperties broadcast, ApiProperties api, RealtimeSecrets secrets, boolean open,
			String servletPrefix) {
		this.servletPrefix = servletPrefix;
		if (broadcast.enabled()) {
			// A key that was set for this endpoint is meant, even in public mode
			PublisherKeys keys = (open && !StringUtils.hasText(broadcast.key())) ? PublisherKeys.none()
					: PublisherKeys.of(broadcast.key(), secrets, DerivedKeys::broadcastKey);
			add(PublicationSource.HTTP, "realtime.broadcast", broadcast.path(), "", keys, open, broadcast.cors(),
					"broadcast-cable");
		}
		if (api.enabled()) {
			PublisherKeys keys = PublisherKeys.of(api.key(), secrets, DerivedKeys::apiKey);
			add(PublicationSource.API, "realtime.api", api.path(), "/publish", keys, open, api.cors(), "api-cable");
		}
	}

	private void add(PublicationSource source, String prefix, String base, String suffix, PublisherKeys keys,
			boolean open, boolean cors, String purpose) {
		String path = path(prefix + ".path", base, suffix);
		if (keys.isEmpty() && !open) {
			logger.info("POST " + path + " is not registered: there is no key for it. Set 'realtime.secret' or '"
					+ prefix + ".key'.");
			return;
		}
		this.endpoints.add(new PublisherEndpoint(source, path, keys, cors, HINT.formatted(prefix + ".key", purpose)));
	}

	private String path(String property, String base, String suffix) {
		String path = StringUtils.trimTrailingCharacter(base, '/') + suffix;
		if (!path.startsWith("/") || StringUtils.containsWhitespace(path) || path.matches(".*([*?{}]|//).*")) {
			throw new InvalidConfigurationPropertyValueException(property, base,
					"It must start with '/' and name one path, without pattern characters.");
		}
		String full = this.servletPrefix + path;
		if (find(full).isPresent()) {
			throw new InvalidConfigurationPropertyValueException(property, base,
					"The path is taken by 'realtime.broadcast.path'.");
		}
		return full;
	}

	/** For the start log and the Actuator endpoint. */
	List<ServedEndpoint> describe(@Nullable BroadcastPort port) {
		return this.endpoints.stream()
			.map((endpoint) -> new ServedEndpoint(endpoint.name(), "POST", List.of(endpoint.path()),
					(port != null) ? port::getPort : null, endpoint.isOpen(), List.of(endpoint.access())))
			.toList();
	}

	boolean isEmpty() {
		return this.endpoints.isEmpty();
	}

	/** The paths within the application. */
	List<String> paths() {
		return this.endpoints.stream().map(PublisherEndpoint::path).toList();
	}

	/** The paths below the dispatcher servlet. */
	List<String> mappedPaths() {
		return paths().stream().map((path) -> path.substring(this.servletPrefix.length())).toList();
	}

	/**
	 * By the path that the container decoded and normalized, which is what it maps
	 * filters by.
	 */
	Optional<PublisherEndpoint> find(HttpServletRequest request) {
		String info = request.getPathInfo();
		return find(request.getServletPath() + ((info != null) ? info : ""));
	}

	private Optional<PublisherEndpoint> find(String path) {
		return this.endpoints.stream().filter((endpoint) -> endpoint.path().equals(path)).findFirst();
	}

}
