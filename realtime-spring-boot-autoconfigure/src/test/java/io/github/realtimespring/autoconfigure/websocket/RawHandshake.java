/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.websocket;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A handshake over a plain socket, since HTTP clients do not let a test send everything.
 */
final class RawHandshake {

	private final List<String> lines = new ArrayList<>();

	private final int port;

	private RawHandshake(int port, String target) {
		this.port = port;
		this.lines.add("GET " + target + " HTTP/1.1");
		this.lines.add("Connection: Upgrade");
		this.lines.add("Upgrade: websocket");
		this.lines.add("Sec-WebSocket-Version: 13");
		this.lines.add("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
		this.lines.add("Host: 127.0.0.1:" + port);
	}

	static RawHandshake to(int port, String target) {
		return new RawHandshake(port, target);
	}

	RawHandshake header(String name, String value) {
		this.lines.removeIf((line) -> line.startsWith("Host:") && "Host".equals(name));
		this.lines.add(name + ": " + value);
		return this;
	}

	/**
	 * Send the handshake.
	 * @return the status line and the headers of the response
	 */
	String send() {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(10_000);
			String request = String.join("\r\n", this.lines) + "\r\n\r\n";
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			BufferedReader reader = new BufferedReader(
					new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
			StringBuilder head = new StringBuilder();
			for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
				head.append(line).append('\n');
			}
			return head.toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	int status() {
		return Integer.parseInt(send().split(" ")[1]);
	}

}
