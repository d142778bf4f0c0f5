/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** Somebody who signs in to the sample with the form, as a browser does. */
export class Visitor {
  #url
  #cookies = new Map()

  constructor(url) {
    this.#url = url
  }

  async request(path, { headers, ...options } = {}) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(this.#url + path, { ...options, redirect: 'manual', headers: { cookie, ...headers } })
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0].split('=')
      this.#cookies.set(name, value)
    }
    return response
  }

  async signIn(username, password) {
    const form = await (await this.request('/login')).text()
    const csrf = /name="_csrf" value="([^"]+)"/.exec(form)[1]
    const response = await this.request('/login', {
      method: 'POST',
      body: new URLSearchParams({ username, password, _csrf: csrf })
    })
    if (!response.headers.get('location')?.endsWith('/')) {
      throw new Error(`${username} could not sign in: ${response.status} ${response.headers.get('location')}`)
    }
    await this.request('/') // brings the next CSRF token
    return this
  }

  /** Posts a message to a room, which the application then publishes from its code. */
  async say(room, text, socketId) {
    const response = await this.request(`/rooms/${room}/messages`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-XSRF-TOKEN': this.#cookies.get('XSRF-TOKEN'),
        ...(socketId && { 'X-Socket-ID': socketId })
      },
      body: JSON.stringify({ text })
    })
    if (response.status !== 201) {
      throw new Error(`The message was answered with ${response.status}`)
    }
    return response.json()
  }
}
