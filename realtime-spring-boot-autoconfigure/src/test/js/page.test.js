// Copyright 2026-present the original author or authors. SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Clock } from './support/clock.js'
import { Page } from './support/page.js'

async function connected(options) {
  const clock = new Clock()
  const page = new Page({ clock })
  const states = []
  const cable = page.realtime.connect('/cable', {
    timers: clock, onstate: ({ state, reason }) => states.push(reason ? `${state}: ${reason}` : state), ...options
  })
  const socket = await page.socket()
  socket.receive({ type: 'welcome', sid: 's' })
  return { clock, page, cable, socket, states }
}

async function lost(options) {
  const all = await connected(options)
  all.socket.onclose({})
  assert.deepEqual(all.clock.delays, [501])
  return all
}

describe('the life of the page', () => {

  for (const event of ['online', 'visibilitychange', 'pageshow']) {

    test(`K17 ${event} ends the waiting`, async () => {
      const { page, cable, clock } = await lost()
      page.fire(event)
      assert.equal(cable.state, 'connecting')
      await page.socket(1)
      assert.deepEqual(clock.delays, [10_000], 'only the handshake is timed')
    })

  }

  test('K17 a page that goes into the background does not hurry', async () => {
    const { page, cable } = await lost()
    page.document.hidden = true
    page.fire('visibilitychange')
    assert.equal(cable.state, 'waiting')
  })

  test('K17 none of this disturbs a good connection', async () => {
    const { page, cable } = await connected()
    for (const event of ['online', 'visibilitychange', 'pageshow']) page.fire(event)
    await page.settle()
    assert.equal(cable.state, 'connected')
    assert.equal(page.sockets.length, 1)
  })

  for (const [leave, back] of [['pagehide', 'pageshow'], ['freeze', 'visibilitychange']]) {

    test(`K17 ${leave} closes, and ${back} opens again`, async () => {
      const { page, cable, socket, clock, states } = await connected()
      page.fire(leave)
      assert.equal(socket.readyState, 2)
      assert.deepEqual(clock.delays, [])
      assert.equal(cable.state, 'waiting')
      page.fire(back)
      const next = await page.socket(1)
      next.receive({ type: 'welcome', sid: 's2' })
      assert.deepEqual(states, ['connected', 'waiting: asleep', 'connecting', 'connected'])
    })

  }

  test('K17 pagehide and freeze together say it once', async () => {
    const { page, states } = await connected()
    page.fire('pagehide')
    page.fire('freeze')
    assert.deepEqual(states, ['connected', 'waiting: asleep'])
  })

  test('K17 pagehide while waiting ends the timer too', async () => {
    const { page, clock } = await lost()
    page.fire('pagehide')
    assert.deepEqual(clock.delays, [])
  })

  test('K17 pagehide before the welcome closes the socket', async () => {
    const clock = new Clock()
    const page = new Page({ clock })
    const cable = page.realtime.connect('/cable', { timers: clock })
    const socket = await page.socket()
    page.fire('pagehide')
    assert.equal(socket.readyState, 2)
    assert.equal(cable.state, 'waiting')
  })

  test('K17 a closed cable listens to the page no more', async () => {
    const { page, cable, clock } = await connected()
    assert.equal(page.listeners.size, 5)
    cable.close()
    assert.equal(page.listeners.size, 0)
    for (const event of ['pagehide', 'pageshow', 'online', 'visibilitychange']) page.fire(event)
    await page.settle()
    assert.equal(page.sockets.length, 1)
    assert.equal(cable.state, 'closed')
    assert.deepEqual(clock.delays, [])
  })

  test('K17 it holds for a reconnecting raw socket as well', async () => {
    const clock = new Clock()
    const page = new Page({ clock, meta: { 'cable-token': 'for the cable only' } })
    const ws = page.window.realtimeWS('/ws', { reconnect: true, timers: clock })
    const socket = await page.socket()
    assert.deepEqual(socket.protocols, [])
    socket.onopen({})
    page.fire('pagehide')
    assert.equal(socket.readyState, 2)
    page.fire('pageshow')
    await page.socket(1)
    assert.equal(ws.state, 'connecting')
  })

})
