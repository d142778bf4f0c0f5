// Copyright 2026-present the original author or authors. SPDX-License-Identifier: Apache-2.0

/** What happened, in order; next() waits for what has not happened yet, so that no test sleeps. */
export class Queue {

  #items = []

  #waiting = []

  push(item) {
    const resolve = this.#waiting.shift()
    resolve ? resolve(item) : this.#items.push(item)
  }

  next() {
    return this.#items.length ? Promise.resolve(this.#items.shift()) : new Promise(resolve => this.#waiting.push(resolve))
  }

  get size() {
    return this.#items.length
  }

}
