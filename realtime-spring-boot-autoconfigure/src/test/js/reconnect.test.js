// Copyright 2026-present the original author or authors. SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { describe, test } from 'node:test'
import { dial, errorsOf, open, recorder, subscribed, welcomed } from './support/client.js'
import { Clock } from './support/clock.js'
import { Server } from './support/server.js'

/** Loses the connection without a word, and returns how long the client means to wait. */
async function lose({ cable, clock }, peer) {
  peer.socket.close()
  assert.equal(await cable.states.next(), 'waiting: lost')
  assert.equal(clock.delays.length, 1)
  return clock.delays[0]
}

describe('a lost connection', () => {

  test('K17 comes back, and subscribes again after the new welcome', async t => {
    const { server, cable, peer, clock } = await welcomed(t)
    const { on, identifier } = await subscribed(cable, peer, { stream: 'room/42' })
    peer.socket.terminate()
    assert.equal(await cable.states.next(), 'waiting: lost')
    assert.deepEqual(await on.next(), ['disconnected', { reason: 'lost', reconnect: true }])
    clock.advance(1000)
    assert.equal(await cable.states.next(), 'connecting')
    const next = await server.peer()
    assert.equal(await next.unread(), 0)
    next.welcome('sid-2')
    assert.deepEqual(await next.frame(), { command: 'subscribe', identifier })
    assert.equal(await cable.states.next(), 'connected')
    assert.equal(cable.sessionId, 'sid-2')
    next.confirm(identifier)
    assert.deepEqual(await on.next(), ['confirmed', { reconnected: true }])
    next.message(identifier, 'again')
    assert.deepEqual(await on.next(), ['received', 'again'])
  })

  test('K17 does not count a subscription as reconnected that was never confirmed', async t => {
    const { server, cable, peer, clock } = await welcomed(t)
    const on = recorder()
    const { identifier } = cable.streamFrom('room/42', on)
    await lose({ cable, clock }, peer)
    clock.advance(1000)
    const next = await server.peer()
    next.welcome()
    next.confirm(identifier)
    assert.deepEqual(await on.next(), ['confirmed', { reconnected: false }])
  })

  test('K17 waits a random part of a span that doubles up to its maximum', async t => {
    const { server, cable, clock } = await open(t, { minDelay: 1000, maxDelay: 6000 })
    clock.chance = 0.5
    for (const span of [1000, 2000, 4000, 6000, 6000]) {
      assert.equal(await lose({ cable, clock }, await server.peer()), 1 + span / 2)
      clock.advance(span)
      assert.equal(await cable.states.next(), 'connecting')
    }
  })

  test('K17 has full jitter', async t => {
    const { server, cable, clock } = await open(t)
    clock.chance = 0
    assert.equal(await lose({ cable, clock }, await server.peer()), 1)
    clock.advance(1)
    assert.equal(await cable.states.next(), 'connecting')
    clock.chance = 0.999
    assert.equal(await lose({ cable, clock }, await server.peer()), 1999)
  })

  test('K17 starts over with short waits only after a stable connection', async t => {
    const { server, cable, clock } = await open(t)
    const connectFor = async ms => {
      const peer = await server.peer()
      peer.welcome()
      await cable.states.next()
      clock.advance(ms)
      const delay = await lose({ cable, clock }, peer)
      clock.advance(delay)
      await cable.states.next()
      return delay
    }
    assert.deepEqual([await connectFor(0), await connectFor(5000), await connectFor(0)], [501, 1001, 2001])
    assert.deepEqual([await connectFor(5001), await connectFor(0)], [501, 1001])
  })

  test('K17 waits longer and longer also when it was stable once', async t => {
    const { server, cable, clock, peer } = await welcomed(t)
    clock.advance(6000)
    const delays = [await lose({ cable, clock }, peer)]
    for (let count = 0; count < 3; count++) {
      clock.advance(delays.at(-1))
      await cable.states.next()
      clock.advance(6000)
      delays.push(await lose({ cable, clock }, await server.peer()))
    }
    assert.deepEqual(delays, [501, 1001, 2001, 4001])
  })

  test('K17 is not sought again with reconnect: false', async t => {
    const { cable, peer, clock } = await welcomed(t, { reconnect: false })
    const { on } = await subscribed(cable, peer, { stream: 'room/42' })
    peer.socket.close()
    assert.equal(await cable.states.next(), 'closed: lost')
    assert.deepEqual(await on.next(), ['disconnected', { reason: 'lost', reconnect: false }])
    assert.deepEqual(clock.delays, [])
  })

  test('K17 a server that is not there is tried again', async t => {
    const server = await Server.start(t)
    const { url } = server
    await server.stop()
    await once(server.http, 'close')
    const clock = new Clock()
    const cable = dial(t, url, clock)
    for (const delay of [501, 1001, 2001]) {
      assert.equal(await cable.states.next(), 'waiting: lost')
      assert.deepEqual(clock.delays, [delay])
      clock.advance(delay)
      assert.equal(await cable.states.next(), 'connecting')
    }
  })

  test('K17 close() while waiting ends the waiting', async t => {
    const { cable, peer, clock } = await welcomed(t)
    await lose({ cable, clock }, peer)
    cable.close()
    assert.deepEqual(clock.delays, [])
    assert.equal(await cable.states.next(), 'closed: closed')
  })

  test('K17 close() inside a disconnected callback is obeyed', async t => {
    const { cable, peer, clock } = await welcomed(t)
    const { on, identifier } = await subscribed(cable, peer, { stream: 'room/42' })
    cable.subscribe({ identifier }, { disconnected: () => cable.close() })
    peer.socket.close()
    assert.equal(await cable.states.next(), 'waiting: lost')
    assert.equal(await cable.states.next(), 'closed: closed')
    assert.equal((await on.next())[0], 'disconnected')
    assert.deepEqual(clock.delays, [])
  })

})

describe('silence', () => {

  test('K17 a connection without a message for two ping intervals and a second is stale', async t => {
    const { server, cable, peer, clock } = await welcomed(t)
    clock.advance(6999)
    assert.equal(cable.state, 'connected')
    clock.advance(1)
    assert.equal(await cable.states.next(), 'waiting: stale')
    await peer.closed
    clock.advance(1000)
    await server.peer()
  })

  test('K17 every message counts as a sign of life', async t => {
    const { cable, peer, clock } = await welcomed(t)
    const { on, identifier } = await subscribed(cable, peer, { stream: 'room/42' })
    for (let count = 0; count < 5; count++) {
      clock.advance(6000)
      peer.send({ type: 'ping', message: count })
      peer.message(identifier, count)
      assert.deepEqual(await on.next(), ['received', count])
    }
    assert.deepEqual(clock.delays, [7000])
  })

  test('K17 pingInterval follows the server, 0 means that it never pings', async t => {
    const slow = await welcomed(t, { pingInterval: 25000 })
    assert.deepEqual(slow.clock.delays, [51000])
    const never = await welcomed(t, { pingInterval: 0 })
    assert.deepEqual(never.clock.delays, [])
  })

  test('K17 a handshake that is never answered ends after 10 s', async t => {
    const server = await Server.start(t)
    server.mute = true
    const clock = new Clock()
    const cable = dial(t, server.url, clock)
    const socket = await server.muted.next()
    const ended = once(socket, 'close')
    clock.advance(9999)
    assert.equal(cable.state, 'connecting')
    clock.advance(1)
    assert.equal(await cable.states.next(), 'waiting: timeout')
    await ended
    server.mute = false
    clock.advance(1000)
    const peer = await server.peer()
    peer.welcome()
    assert.equal(await cable.states.next(), 'connecting')
    assert.equal(await cable.states.next(), 'connected')
  })

  test('K17 a welcome that never comes ends after 10 s, pings or not', async t => {
    const { server, cable, clock } = await open(t)
    const peer = await server.peer()
    peer.send({ type: 'ping', message: 1 })
    await peer.unread()
    clock.advance(10000)
    assert.equal(await cable.states.next(), 'waiting: timeout')
    await peer.closed
  })

  test('K17 what an abandoned socket still says counts no more', async t => {
    const { server, cable, peer, clock } = await welcomed(t)
    const { on, identifier } = await subscribed(cable, peer, { stream: 'room/42' })
    clock.advance(7000)
    assert.equal(await cable.states.next(), 'waiting: stale')
    assert.equal((await on.next())[0], 'disconnected')
    peer.message(identifier, 'from the grave')
    peer.disconnect('unauthorized', false)
    await peer.closed
    clock.advance(1000)
    const next = await server.peer()
    next.welcome()
    next.confirm(identifier)
    assert.deepEqual(await on.next(), ['confirmed', { reconnected: true }])
  })

})

describe('a disconnect message', () => {

  for (const reason of ['unauthorized', 'idle_timeout', 'remote', 'token_expired', 'invalid_request']) {

    test(`A22 K17 ${reason} without reconnect is final, and its reason stays visible`, async t => {
      const { cable, peer, clock } = await welcomed(t)
      const { on } = await subscribed(cable, peer, { stream: 'room/42' })
      peer.disconnect(reason, false)
      assert.equal(await cable.states.next(), `closed: ${reason}`)
      assert.equal(cable.reason, reason)
      assert.deepEqual(await on.next(), ['disconnected', { reason, reconnect: false }])
      await peer.closed
      assert.deepEqual(clock.delays, [])
    })

  }

  test('A22 K17 before the welcome it is obeyed too', async t => {
    const { server, cable, clock } = await open(t)
    const on = recorder()
    cable.streamFrom('room/42', on)
    const peer = await server.peer()
    peer.disconnect('unauthorized', false)
    assert.equal(await cable.states.next(), 'closed: unauthorized')
    assert.deepEqual(await on.next(), ['disconnected', { reason: 'unauthorized', reconnect: false }])
    assert.deepEqual(clock.delays, [])
  })

  for (const reason of ['no_pong', 'too_slow', 'remote']) {

    test(`A22 K17 ${reason} with reconnect comes back`, async t => {
      const { server, cable, peer, clock } = await welcomed(t)
      peer.disconnect(reason, true)
      assert.equal(await cable.states.next(), `waiting: ${reason}`)
      assert.deepEqual(clock.delays, [501])
      clock.advance(501)
      await server.peer()
    })

  }

  test('A22 K17 server_restart comes back at a random moment of 5 s, so that a deploy is no stampede', async t => {
    for (const [chance, delay] of [[0, 1], [0.5, 2501], [0.999, 4996]]) {
      const { cable, peer, clock } = await welcomed(t)
      clock.chance = chance
      peer.disconnect('server_restart', true)
      assert.equal(await cable.states.next(), 'waiting: server_restart')
      assert.deepEqual(clock.delays, [delay])
    }
  })

  test('A22 K17 reconnect: true does not overrule reconnect: false of the page', async t => {
    const { cable, peer } = await welcomed(t, { reconnect: false })
    peer.disconnect('server_restart', true)
    assert.equal(await cable.states.next(), 'closed: server_restart')
  })

})

describe('an address that no browser accepts', () => {

  test('K17 is reported without the token, and tried again with a later one', async t => {
    const tokens = ['not a protocol, and secret', 'good']
    const { server, cable, clock } = await open(t, { token: () => tokens.shift() })
    const errors = await errorsOf(t, async () => {
      assert.equal(await cable.states.next(), 'waiting: error')
    })
    assert.deepEqual(errors, [['realtime:', 'SyntaxError']])
    clock.advance(1000)
    assert.deepEqual((await server.peer()).offers, ['actioncable-v1-json', 'anycable-token.good'])
  })

})
