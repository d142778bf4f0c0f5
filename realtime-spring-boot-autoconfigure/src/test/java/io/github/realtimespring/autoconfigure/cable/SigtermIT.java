/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring.autoconfigure.cable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests what the clients of a process see when it is told to end.
 */
class SigtermIT {

	private static final int CLIENTS = 1_000;

	private static final String PORT = "port=";

	@Test
	@DisplayName("A38, S27: on SIGTERM every client gets the message and close 1001, and the process ends by itself")
	void a38SigtermTellsEveryClient() throws Exception {
		Process process = start();
		List<CableClient> clients = new ArrayList<>();
		try {
			String url = "ws://127.0.0.1:" + port(process) + "/cable";
			for (int i = 0; i < CLIENTS; i++) {
				CableClient client = CableClient.connect(url, List.of(CableClient.BASE), "X-JID", Tokens.USER_42);
				client.sid();
				clients.add(client);
			}
			process.toHandle().destroy();
			for (CableClient client : clients) {
				assertThat(client.next())
					.isEqualTo("{\"type\":\"disconnect\",\"reason\":\"server_restart\",\"reconnect\":true}");
				assertThat(client.closed()).isEqualTo(new CableClient.Close(1001, "Server restart"));
			}
			assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
			// 128 + SIGTERM: the JVM ran its shutdown hooks to their end
			assertThat(process.exitValue()).isEqualTo(143);
		}
		finally {
			clients.forEach(CableClient::close);
			process.destroyForcibly();
		}
	}

	private static Process start() throws IOException {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		ProcessBuilder builder = new ProcessBuilder(java, "-Xmx256m", Application.class.getName());
		builder.environment().put("CLASSPATH", classPath);
		return builder.redirectErrorStream(true).start();
	}

	private static int port(Process process) throws IOException {
		BufferedReader output = new BufferedReader(
				new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
		StringBuilder seen = new StringBuilder();
		for (String line = output.readLine(); line != null; line = output.readLine()) {
			if (line.startsWith(PORT)) {
				Thread reader = new Thread(() -> output.lines().forEach((ignored) -> {
				}));
				reader.setDaemon(true);
				reader.start();
				return Integer.parseInt(line.substring(PORT.length()));
			}
			seen.append(line).append('\n');
		}
		throw new AssertionError("Did not start: " + seen);
	}

	/**
	 * What is told to end.
	 */
	public static final class Application {

		private Application() {
		}

		public static void main(String[] args) {
			@SuppressWarnings("resource") // until the signal
			CableServer server = CableServer.start(Container.TOMCAT, "realtime.shutdown.drain=2s");
			System.out.println(PORT + server.port());
		}

	}

}
