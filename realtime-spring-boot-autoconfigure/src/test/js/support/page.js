// Copyright 2026-present the original author or authors. SPDX-License-Identifier: Apache-2.0

import { readFileSync } from 'node:fs'
import vm from 'node:vm'
import { Clock } from './clock.js'

export const ASSETS = new URL('../../../main/resources/META-INF/resources/realtime/', import.meta.url)
const SOURCE = readFileSync(new URL('realtime.js', ASSETS), 'utf8')

/**
 * A page that runs the classic script as a browser would, with sockets that stay in memory.
 * meta: the content of the meta elements by name; script: the URL that the script element named.
 */
export class Page {

  sockets = []

  fetches = []

  events = new EventTarget()

  /** Event listeners that are not removed yet. */
  listeners = new Set()

  constructor({ href = 'https://shop.example/', script, meta = {}, clock = new Clock(), answer } = {}) {
    const page = this
    const location = new URL(href)
    script ??= new URL('/realtime/realtime.js', href).href
    class Socket {

      readyState = 0

      sent = []

      constructor(url, protocols) {
        Object.assign(this, { url: String(url), protocols: [...protocols] })
        page.sockets.push(this)
      }

      send(data) {
        this.sent.push(data)
      }

      close() {
        this.readyState = 2
      }

      receive(frame) {
        this.readyState = 1
        this.onmessage({ data: JSON.stringify(frame) })
      }

    }
    this.document = {
      hidden: false,
      currentScript: script === null ? null : { src: script },
      querySelector: selector => {
        const suffix = /^meta\[name\$="(.+)"\]$/.exec(selector)[1]
        const name = Object.keys(meta).find(key => key.endsWith(suffix))
        return name === undefined ? null : { content: meta[name] }
      }
    }
    this.window = vm.createContext({
      document: this.document, location, console, URL, AbortController, atob, queueMicrotask,
      setTimeout: clock.setTimeout, clearTimeout: clock.clearTimeout, WebSocket: Socket,
      addEventListener: (type, action, options) => {
        const listener = { type }
        this.listeners.add(listener)
        options.signal.addEventListener('abort', () => this.listeners.delete(listener))
        this.events.addEventListener(type, action, options)
      },
      fetch: async (url, options) => {
        this.fetches.push({ url, options })
        return answer()
      }
    })
    this.load()
  }

  load() {
    vm.runInContext(SOURCE, this.window)
  }

  get realtime() {
    return this.window.realtime
  }

  fire(type) {
    this.events.dispatchEvent(new Event(type))
  }

  /** The sockets are opened in a later turn, because a token may have to be fetched first. */
  async socket(index = 0) {
    while (!this.sockets[index]) await new Promise(setImmediate)
    return this.sockets[index]
  }

  /** Lets everything finish that needs no timer. */
  async settle() {
    for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate)
    return this
  }

}
