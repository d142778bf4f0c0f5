// Copyright 2026-present the original author or authors. SPDX-License-Identifier: Apache-2.0

import WebSocket from 'ws'
import { connect } from '../../../main/resources/META-INF/resources/realtime/realtime.mjs'
import { Clock } from './clock.js'
import { Queue } from './queue.js'
import { Server } from './server.js'

/** A cable to a scripted server, on a clock that the test moves; cable.states has its states as they come. */
export async function open(t, options = {}, handler) {
  const server = await Server.start(t, handler)
  const clock = new Clock()
  return { server, clock, cable: dial(t, server.url, clock, options) }
}

export function dial(t, url, clock, options = {}) {
  const states = new Queue()
  const onstate = ({ state, reason }) => states.push(reason ? `${state}: ${reason}` : state)
  const cable = connect(url, { WebSocket, timers: clock, onstate, ...options })
  t.after(() => cable.close())
  return Object.assign(cable, { states })
}

/** The same, already welcomed. */
export async function welcomed(t, options, handler) {
  const all = await open(t, options, handler)
  const peer = await all.server.peer()
  peer.welcome()
  await all.cable.states.next()
  return { ...all, peer }
}

/** Callbacks that write down what they were told. */
export function recorder() {
  const events = new Queue()
  const on = Object.fromEntries(['received', 'confirmed', 'rejected', 'disconnected']
    .map(name => [name, detail => events.push([name, detail])]))
  return Object.assign(on, { next: () => events.next(), get size() { return events.size } })
}

/** Subscribes, lets the server confirm, and waits until the client knows. */
export async function subscribed(cable, peer, to) {
  const on = recorder()
  const subscription = cable.subscribe(to, on)
  const { identifier } = await peer.frame()
  peer.confirm(identifier)
  await on.next()
  return { on, subscription, identifier }
}

/** A JWT that only a client would accept: nobody signed it. */
export function jwt(claims) {
  const part = value => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'HS256' })}.${part(claims)}.c2lnbmF0dXJl`
}

/** Runs an action with console.error silenced, and returns what was written there. */
export async function errorsOf(t, action) {
  const spy = t.mock.method(console, 'error', () => {})
  try {
    await action()
    return spy.mock.calls.map(call => call.arguments)
  } finally {
    spy.mock.restore()
  }
}
