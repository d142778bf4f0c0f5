/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { $ } from './page.js'

const labels = {
  connecting: 'Connecting…',
  connected: 'Live',
  waiting: 'Reconnecting…',
  closed: 'Disconnected'
}

const notices = {
  waiting: 'The connection is gone. It comes back by itself, with everything you miss meanwhile.',
  closed: 'You are no longer connected. Reload the page to go on.'
}

/** Tells how the connection is. A short break, as when a token is exchanged, is not worth a word. */
export class ConnectionState {
  #timer
  #wasConnected = false

  show(state) {
    clearTimeout(this.#timer)
    if (state === 'connected') {
      this.#wasConnected = true
      return this.#render(state)
    }
    const shown = state === 'connecting' && this.#wasConnected ? 'waiting' : state
    this.#timer = setTimeout(() => this.#render(shown), this.#wasConnected ? 400 : 0)
  }

  #render(state) {
    $('connection').dataset.state = state
    $('connection').textContent = labels[state]
    $('notice').textContent = notices[state] ?? ''
    $('notice').hidden = !notices[state]
  }
}
