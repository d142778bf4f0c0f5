/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { adapters, createConsumer, logger } from '@rails/actioncable'

import { goodbye, recording } from './sockets.js'

// The client was made for browsers and expects a little of one
globalThis.addEventListener ??= () => {}
globalThis.removeEventListener ??= () => {}
globalThis.document ??= { visibilityState: 'visible' }
logger.enabled = false

/** A consumer of @rails/actioncable, and what its sockets saw. */
export class RailsClient {
  #consumer
  #Socket

  constructor({ url, subProtocols = [], options }) {
    this.#Socket = recording(options)
    this.#consumer = createConsumer(url)
    subProtocols.forEach((subProtocol) => this.#consumer.addSubProtocol(subProtocol))
  }

  get sockets() {
    return this.#Socket.sockets
  }

  goodbye() {
    return goodbye(this.#Socket)
  }

  connect() {
    adapters.WebSocket = this.#Socket // looked up when a connection is opened
    this.#consumer.connect()
  }

  close() {
    this.#consumer.disconnect()
  }

  /** Whether the client tries to come back by itself. */
  reconnects() {
    return Boolean(this.#consumer.connection.monitor.isRunning())
  }

  subscribe(signedName) {
    adapters.WebSocket = this.#Socket
    const state = { messages: [], confirmations: 0, refused: false }
    const subscription = this.#consumer.subscriptions.create(
      { channel: '$pubsub', signed_stream_name: signedName },
      {
        connected: () => state.confirmations++,
        rejected: () => {
          state.refused = true
        },
        received: (message) => state.messages.push(message)
      }
    )
    state.unsubscribe = () => subscription.unsubscribe()
    return state
  }
}
