// Copyright 2026-present the original author or authors. SPDX-License-Identifier: Apache-2.0

import { createServer } from 'node:http'
import { once } from 'node:events'
import { WebSocketServer } from 'ws'
import { Queue } from './queue.js'

/** One connection as the server sees it. Nothing is answered unless the test says so. */
class Peer {

  #frames = new Queue()

  constructor(socket, request) {
    this.socket = socket
    this.path = request.url
    this.offers = (request.headers['sec-websocket-protocol'] ?? '').split(',').filter(Boolean)
    this.closed = new Promise(resolve => socket.on('close', resolve))
    socket.on('message', data => this.#frames.push(data.toString()))
  }

  async frame() {
    return JSON.parse(await this.text())
  }

  text() {
    return this.#frames.next()
  }

  send(frame) {
    this.socket.send(JSON.stringify(frame))
  }

  welcome(sid = 'sid-1') {
    this.send({ type: 'welcome', sid })
  }

  confirm(identifier) {
    this.send({ type: 'confirm_subscription', identifier })
  }

  message(identifier, message) {
    this.send({ identifier, message })
  }

  disconnect(reason, reconnect) {
    this.send({ type: 'disconnect', reason, reconnect })
  }

  /** The frames not yet read, after everything the client had sent by now arrived. */
  async unread() {
    this.socket.ping()
    await once(this.socket, 'pong')
    return this.#frames.size
  }

}

/** A scripted server on a free port: tests take its connections one after another. */
export class Server {

  #peers = new Queue()

  static async start(t, handler = (request, response) => response.writeHead(404).end()) {
    const server = new Server()
    server.http = createServer(handler)
    server.sockets = new WebSocketServer({ noServer: true })
    server.http.on('upgrade', (request, socket, head) => {
      if (server.mute) return server.muted.push(socket.on('error', () => {}).on('end', () => socket.end()).resume())
      server.sockets.handleUpgrade(request, socket, head, ws => server.#peers.push(new Peer(ws, request)))
    })
    server.http.listen(0, '127.0.0.1')
    await once(server.http, 'listening')
    t.after(() => server.stop())
    return server
  }

  /** When true, handshakes are accepted by TCP and never answered. */
  mute = false

  muted = new Queue()

  get port() {
    return this.http.address().port
  }

  get url() {
    return `ws://127.0.0.1:${this.port}/cable`
  }

  get waiting() {
    return this.#peers.size
  }

  peer() {
    return this.#peers.next()
  }

  async stop() {
    this.sockets.clients.forEach(client => client.terminate())
    this.http.closeAllConnections()
    this.http.close()
  }

}
