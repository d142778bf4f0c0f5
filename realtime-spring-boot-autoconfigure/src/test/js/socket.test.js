// Copyright 2026-present the original author or authors. SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { describe, test } from 'node:test'
import WebSocket from 'ws'
import realtime, { connect, socket, url } from '../../main/resources/META-INF/resources/realtime/realtime.mjs'
import { Clock } from './support/clock.js'
import { Queue } from './support/queue.js'
import { Server } from './support/server.js'

describe('realtimeWS(path)', () => {

  test('K17 is a WebSocket of the platform', async t => {
    const server = await Server.start(t)
    const ws = socket(server.url, { WebSocket })
    assert.ok(ws instanceof WebSocket)
    const peer = await server.peer()
    await once(ws, 'open')
    ws.send('hello')
    assert.equal(await peer.text(), 'hello')
    peer.socket.close()
    await once(ws, 'close')
    assert.equal(server.waiting, 0)
  })

})

describe('realtimeWS(path, { reconnect: true })', () => {

  const open = async t => {
    const server = await Server.start(t)
    const clock = new Clock()
    const events = new Queue()
    const ws = socket(server.url, { WebSocket, reconnect: true, timers: clock })
    t.after(() => ws.close())
    ws.onopen = () => events.push('open')
    ws.onmessage = ({ data }) => events.push(data)
    ws.onclose = ({ reason, reconnect }) => events.push({ reason, reconnect })
    return { server, clock, events, ws, peer: await server.peer() }
  }

  test('K17 has open, message and close events, and comes back', async t => {
    const { server, clock, events, ws, peer } = await open(t)
    assert.equal(await events.next(), 'open')
    assert.equal(ws.state, 'connected')
    peer.socket.send('{"any":"thing"}')
    assert.equal(await events.next(), '{"any":"thing"}')
    peer.socket.terminate()
    assert.deepEqual(await events.next(), { reason: 'lost', reconnect: true })
    clock.advance(1000)
    await server.peer()
    assert.equal(await events.next(), 'open')
  })

  test('K17 offers no protocol of its own, and waits for no ping', async t => {
    const { clock, events, peer } = await open(t)
    assert.deepEqual(peer.offers, [])
    await events.next()
    assert.deepEqual(clock.delays, [])
  })

  test('K17 send() says whether it was sent; nothing is kept for later', async t => {
    const { server, clock, events, ws, peer } = await open(t)
    await events.next()
    assert.equal(ws.send('one'), true)
    assert.equal(await peer.text(), 'one')
    peer.socket.terminate()
    await events.next()
    assert.equal(ws.send('lost'), false)
    clock.advance(1000)
    const next = await server.peer()
    await events.next()
    assert.equal(ws.send('two'), true)
    assert.equal(await next.text(), 'two')
  })

  test('K17 close() is final', async t => {
    const { clock, events, ws, peer } = await open(t)
    await events.next()
    ws.close()
    assert.deepEqual(await events.next(), { reason: 'closed', reconnect: false })
    await peer.closed
    assert.deepEqual(clock.delays, [])
    assert.equal(ws.state, 'closed')
  })

})

describe('realtime.mjs', () => {

  test('K17 exports what the classic script put on the global object', () => {
    assert.equal(realtime, globalThis.realtime)
    assert.deepEqual([connect, socket, url], [realtime.connect, realtime.socket, realtime.url])
    assert.equal(globalThis.realtimeWS, socket)
  })

})
