/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

import WebSocket from 'ws'

/**
 * A WebSocket constructor for the clients that adds options, such as headers, and keeps
 * what the sockets received: frames, errors and close codes.
 */
export const recording = (extra = {}) => {
  class RecordingWebSocket extends WebSocket {
    static sockets = []

    constructor(url, protocols, options) {
      super(url, protocols, { ...options, ...extra, headers: { ...options?.headers, ...extra.headers } })
      this.frames = []
      RecordingWebSocket.sockets.push(this)
      this.on('message', (data) => this.frames.push(JSON.parse(data)))
      this.on('error', (error) => {
        this.error = error.message
      })
      this.on('close', (code) => {
        this.code = code
      })
    }
  }
  return RecordingWebSocket
}

/** What the server sent to say goodbye on the first socket. */
export const goodbye = (Socket) => Socket.sockets[0].frames.find(({ type }) => type === 'disconnect')
