/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.cable;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A client down at the bytes, for what a proper one refuses to do.
 */
final class RawClient implements AutoCloseable {

	static final int TEXT = 1;

	static final int BINARY = 2;

	static final int CLOSE = 8;

	static final int PING = 9;

	static final int PONG = 10;

	private final Socket socket = new Socket();

	private final DataInputStream in;

	private final List<String> head = new ArrayList<>();

	/** A frame from the server. */
	record Frame(int opcode, byte[] payload) {

		String text() {
			return new String(this.payload, StandardCharsets.UTF_8);
		}

		int closeCode() {
			return ((this.payload[0] & 0xff) << 8) | (this.payload[1] & 0xff);
		}

	}

	private RawClient(int port, int receiveBuffer, String request) {
		try {
			if (receiveBuffer > 0) {
				this.socket.setReceiveBufferSize(receiveBuffer);
			}
			this.socket.connect(new InetSocketAddress("127.0.0.1", port), 20_000);
			this.socket.setSoTimeout(20_000);
			this.in = new DataInputStream(this.socket.getInputStream());
			write(request.getBytes(StandardCharsets.ISO_8859_1));
			readHead();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Send a request as it is and read the head of the answer. */
	static RawClient request(int port, String... lines) {
		return new RawClient(port, 0, String.join("\r\n", lines) + "\r\n\r\n");
	}

	/** Upgrade with proper headers and more. */
	static RawClient upgrade(int port, String target, String... headers) {
		return upgrade(port, 0, target, headers);
	}

	static RawClient upgrade(int port, int receiveBuffer, String target, String... headers) {
		StringBuilder request = new StringBuilder("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
				+ "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
				+ "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
		for (String header : headers) {
			request.append(header).append("\r\n");
		}
		return new RawClient(port, receiveBuffer, request + "\r\n");
	}

	int status() {
		return Integer.parseInt(this.head.get(0).split(" ")[1]);
	}

	List<String> header(String name) {
		String prefix = name.toLowerCase(Locale.ROOT) + ":";
		return this.head.stream()
			.filter((line) -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
			.map((line) -> line.substring(prefix.length()).strip())
			.toList();
	}

	/** Everything until the server closes, for answers that are not 101. */
	String body() {
		try {
			int length = Integer.parseInt(header("Content-Length").get(0));
			return new String(this.in.readNBytes(length), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void sendText(String text) {
		send(true, TEXT, text.getBytes(StandardCharsets.UTF_8));
	}

	void send(boolean last, int opcode, byte[] payload) {
		ByteArrayOutputStream frame = new ByteArrayOutputStream(payload.length + 14);
		frame.write((last ? 0x80 : 0) | opcode);
		if (payload.length < 126) {
			frame.write(0x80 | payload.length);
		}
		else if (payload.length < 65536) {
			frame.write(0x80 | 126);
			frame.write(payload.length >> 8);
			frame.write(payload.length);
		}
		else {
			frame.write(0x80 | 127);
			for (int shift = 56; shift >= 0; shift -= 8) {
				frame.write((int) ((long) payload.length >> shift));
			}
		}
		frame.writeBytes(new byte[4]);
		frame.writeBytes(payload);
		write(frame.toByteArray());
	}

	/** Announce a long text and send its beginning. */
	void sendBeginning(int length, byte[] beginning) {
		ByteArrayOutputStream frame = new ByteArrayOutputStream(beginning.length + 14);
		frame.writeBytes(new byte[] { (byte) 0x81, (byte) 0xff, 0, 0, 0, 0 });
		for (int shift = 24; shift >= 0; shift -= 8) {
			frame.write(length >> shift);
		}
		frame.writeBytes(new byte[4]);
		frame.writeBytes(beginning);
		write(frame.toByteArray());
	}

	/** The next frame that is not a ping message. */
	Frame next() {
		while (true) {
			Frame frame = read();
			if (frame.opcode() != TEXT || !frame.text().startsWith("{\"type\":\"ping\"")) {
				return frame;
			}
		}
	}

	Frame read() {
		try {
			int opcode = this.in.readUnsignedByte() & 0x0f;
			long length = this.in.readUnsignedByte();
			length = (length == 126) ? this.in.readUnsignedShort() : (length == 127) ? this.in.readLong() : length;
			byte[] payload = new byte[(int) length];
			this.in.readFully(payload);
			return new Frame(opcode, payload);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void readUntilEnd() throws IOException {
		this.in.skipNBytes(0);
		byte[] buffer = new byte[65536];
		while (this.in.read(buffer) >= 0) {
			// whatever was on its way
		}
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void write(byte[] bytes) {
		try {
			this.socket.getOutputStream().write(bytes);
			this.socket.getOutputStream().flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void readHead() throws IOException {
		StringBuilder line = new StringBuilder();
		while (true) {
			int c = this.in.read();
			if (c < 0) {
				return;
			}
			if (c == '\n') {
				if (line.isEmpty()) {
					return;
				}
				this.head.add(line.toString());
				line.setLength(0);
			}
			else if (c != '\r') {
				line.append((char) c);
			}
		}
	}

}
