// Copyright 2026-present the original author or authors. SPDX-License-Identifier: Apache-2.0

/** A clock that moves only when told to. Give it to the client as options.timers. */
export class Clock {

  random = () => this.chance

  now = () => this.time

  setTimeout = (action, ms) => {
    const id = ++this.#ids
    this.#timers.set(id, { id, action, at: this.time + ms })
    return id
  }

  clearTimeout = id => this.#timers.delete(id)

  chance = 0.5

  time = Date.UTC(2026, 0, 1)

  #ids = 0

  #timers = new Map()

  /** Milliseconds until each pending timer, soonest first. */
  get delays() {
    return [...this.#timers.values()].map(timer => timer.at - this.time).sort((a, b) => a - b)
  }

  /** Moves on by this time; what falls due runs at its own moment. */
  advance(ms) {
    const end = this.time + ms
    for (;;) {
      const due = [...this.#timers.values()].filter(timer => timer.at <= end)
        .sort((a, b) => a.at - b.at || a.id - b.id)[0]
      if (!due) break
      this.#timers.delete(due.id)
      this.time = Math.max(this.time, due.at)
      due.action()
    }
    this.time = end
  }

}
