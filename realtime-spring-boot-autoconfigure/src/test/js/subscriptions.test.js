// Copyright 2026-present the original author or authors. SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { errorsOf, open, recorder, subscribed, welcomed } from './support/client.js'

const ROOM = '{"channel":"$pubsub","stream_name":"room/42"}'

describe('handshake', () => {

  test('K17 speaks actioncable-v1-json and is connected after the welcome, not before', async t => {
    const { server, cable } = await open(t)
    assert.equal(cable.state, 'connecting')
    const peer = await server.peer()
    assert.deepEqual(peer.offers, ['actioncable-v1-json'])
    assert.equal(cable.state, 'connecting')
    peer.welcome('s-7')
    assert.equal(await cable.states.next(), 'connected')
    assert.equal(cable.state, 'connected')
    assert.equal(cable.sessionId, 's-7')
  })

  test('K17 sends a subscribe only after the welcome', async t => {
    const { server, cable } = await open(t)
    cable.streamFrom('room/42')
    const peer = await server.peer()
    assert.equal(await peer.unread(), 0)
    peer.welcome()
    assert.deepEqual(await peer.frame(), { command: 'subscribe', identifier: ROOM })
  })

  test('K17 not even on a socket that is open already', async t => {
    const { server, cable } = await open(t)
    const peer = await server.peer()
    await peer.unread()
    cable.streamFrom('room/42')
    assert.equal(await peer.unread(), 0)
    peer.welcome()
    assert.equal((await peer.frame()).command, 'subscribe')
  })

  test('K17 a second welcome changes nothing', async t => {
    const { cable, peer } = await welcomed(t)
    const { on, identifier } = await subscribed(cable, peer, { stream: 'room/42' })
    peer.welcome('another')
    peer.message(identifier, 'still here')
    assert.deepEqual(await on.next(), ['received', 'still here'])
    assert.equal(cable.sessionId, 'sid-1')
    assert.equal(await peer.unread(), 0)
  })

  test('K17 offers further protocols behind its own', async t => {
    const { server } = await open(t, { protocols: ['x', 'y'], token: 'tok' })
    assert.deepEqual((await server.peer()).offers, ['actioncable-v1-json', 'x', 'y', 'anycable-token.tok'])
  })

  test('K17 close() is final', async t => {
    const { cable, peer, clock } = await welcomed(t)
    const { on } = await subscribed(cable, peer, { stream: 'room/42' })
    cable.close()
    await peer.closed
    assert.equal(cable.state, 'closed')
    assert.equal(cable.reason, 'closed')
    assert.deepEqual(await on.next(), ['disconnected', { reason: 'closed', reconnect: false }])
    assert.deepEqual(clock.delays, [])
    cable.close()
    assert.equal(cable.states.size, 1)
  })

  test('K17 close() before the welcome is final too', async t => {
    const { server, cable, clock } = await open(t)
    const peer = await server.peer()
    cable.close()
    await peer.closed
    assert.deepEqual(clock.delays, [])
    assert.equal(cable.state, 'closed')
  })

})

describe('identifiers', () => {

  const identifierOf = async (t, to) => {
    const { cable, peer } = await welcomed(t)
    const { identifier } = cable.subscribe(to)
    assert.deepEqual(await peer.frame(), { command: 'subscribe', identifier })
    return identifier
  }

  test('K17 a text is a signed name', async t => {
    assert.equal(await identifierOf(t, 'abc--def'), '{"channel":"$pubsub","signed_stream_name":"abc--def"}')
  })

  test('K17 { signed } and { stream } name streams', async t => {
    assert.equal(await identifierOf(t, { signed: 'abc--def' }), '{"channel":"$pubsub","signed_stream_name":"abc--def"}')
    assert.equal(await identifierOf(t, { stream: 'room/42' }), ROOM)
  })

  test('K17 streamFrom() and streamFromSigned() say the same', async t => {
    const { cable } = await welcomed(t)
    assert.equal(cable.streamFrom('room/42').identifier, ROOM)
    assert.equal(cable.streamFromSigned('abc--def').identifier, '{"channel":"$pubsub","signed_stream_name":"abc--def"}')
  })

  test('K17 { channel } with parameters has sorted keys and no undefined ones, as in @anycable/core', async t => {
    const to = { room: 1, channel: 'ChatChannel', gone: undefined, access: { z: 1, a: [2] }, 10: 0, 2: 0, 'a b': 0, a: 1 }
    assert.equal(await identifierOf(t, to),
      '{"10":0,"2":0,"a":1,"a b":0,"access":{"z":1,"a":[2]},"channel":"ChatChannel","room":1}')
  })

  test('K17 a channel may have parameters called stream, signed and identifier', async t => {
    const to = { channel: 'CableReady::Stream', identifier: 'x', stream: 'y' }
    assert.equal(await identifierOf(t, to), '{"channel":"CableReady::Stream","identifier":"x","stream":"y"}')
  })

  test('K17 { identifier } is sent byte for byte', async t => {
    assert.equal(await identifierOf(t, { identifier: '{"b":1, "a":2}' }), '{"b":1, "a":2}')
  })

  for (const identifier of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '$&', '$pubsub']) {

    test(`K17 the identifier ${JSON.stringify(identifier)} is a name like any other`, async t => {
      const { cable, peer } = await welcomed(t)
      const stranger = recorder()
      cable.subscribe({ identifier: 'sentinel' }, stranger)
      await peer.frame()
      for (const type of [undefined, 'confirm_subscription', 'reject_subscription']) {
        peer.send({ type, identifier, message: 'nobody asked' })
      }
      peer.message('sentinel', 'end')
      assert.deepEqual(await stranger.next(), ['received', 'end'])
      const { on } = await subscribed(cable, peer, { identifier })
      peer.message(identifier, { text: identifier })
      assert.deepEqual(await on.next(), ['received', { text: identifier }])
      assert.equal({}.text, undefined)
    })

  }

  test('K17 a parameter called __proto__ stays a parameter', async t => {
    const to = JSON.parse('{"channel":"C","__proto__":{"polluted":true}}')
    assert.equal(await identifierOf(t, to), '{"__proto__":{"polluted":true},"channel":"C"}')
    assert.equal({}.polluted, undefined)
  })

})

describe('messages', () => {

  test('K17 arrive in order, with any JSON value', async t => {
    const { cable, peer } = await welcomed(t)
    const { on, identifier } = await subscribed(cable, peer, { stream: 'room/42' })
    const values = [{ text: 'hi' }, 'text', 17, [1], true]
    values.forEach(value => peer.message(identifier, value))
    for (const value of values) assert.deepEqual(await on.next(), ['received', value])
  })

  test('K17 falsy messages are delivered', async t => {
    const { cable, peer } = await welcomed(t)
    const { on, identifier } = await subscribed(cable, peer, { stream: 'room/42' })
    for (const value of [null, 0, '', false]) {
      peer.message(identifier, value)
      assert.deepEqual(await on.next(), ['received', value])
    }
  })

  test('K17 one that overtakes its confirmation is delivered', async t => {
    const { cable, peer } = await welcomed(t)
    const on = recorder()
    const { identifier } = cable.streamFrom('room/42', on)
    peer.message(identifier, 'early')
    assert.deepEqual(await on.next(), ['received', 'early'])
  })

  test('K17 a function is the received callback', async t => {
    const { cable, peer } = await welcomed(t)
    const got = new Promise(resolve => {
      peer.message(cable.streamFrom('room/42', resolve).identifier, 'hi')
    })
    assert.equal(await got, 'hi')
  })

  test('K17 callbacks keep their object', async t => {
    const { cable, peer } = await welcomed(t)
    const got = new Promise(resolve => {
      const room = { resolve, received(message) { this.resolve(message) } }
      peer.message(cable.streamFrom('room/42', room).identifier, 'hi')
    })
    assert.equal(await got, 'hi')
  })

  test('K17 a callback that throws is reported, and everything goes on', async t => {
    const { cable, peer, clock } = await welcomed(t)
    const failure = new Error('in user code')
    const fail = () => { throw failure }
    const bad = { received: fail, confirmed: fail, disconnected: fail, rejected: fail }
    cable.streamFrom('room/42', bad)
    const errors = await errorsOf(t, async () => {
      const { on, identifier } = await subscribed(cable, peer, { stream: 'room/42' })
      peer.message(identifier, 1)
      peer.message(identifier, 2)
      assert.deepEqual(await on.next(), ['received', 1])
      assert.deepEqual(await on.next(), ['received', 2])
      peer.socket.close()
      assert.equal((await on.next())[0], 'disconnected')
    })
    assert.deepEqual(errors, Array(4).fill([failure]))
    assert.equal(clock.delays.length, 1)
  })

  test('K17 an onstate that throws does not stop the client', async t => {
    const { server, cable } = await open(t, { onstate: () => { throw new Error('in user code') } })
    const peer = await server.peer()
    const on = recorder()
    const errors = await errorsOf(t, async () => {
      peer.welcome()
      await peer.unread()
      peer.message(cable.streamFrom('room/42', on).identifier, 'hi')
      assert.deepEqual(await on.next(), ['received', 'hi'])
      cable.close()
    })
    assert.equal(errors.length, 2)
  })

  test('K17 frames of an unknown kind and broken ones are passed over', async t => {
    const { cable, peer } = await welcomed(t)
    const { on, identifier } = await subscribed(cable, peer, { stream: 'room/42' })
    await errorsOf(t, async () => {
      for (const text of ['{', '', 'null', '42', '"x"', '[]', '{}', 'true']) peer.socket.send(text)
      peer.socket.send(Buffer.from([1, 2, 3]))
      peer.send({ type: 'from_the_future', identifier, message: 'no' })
      peer.send({ identifier })
      peer.send({ type: 'ping', message: 1 })
      peer.message(identifier, 'yes')
      assert.deepEqual(await on.next(), ['received', 'yes'])
    })
    assert.equal(cable.state, 'connected')
  })

})

describe('subscriptions', () => {

  test('K17 tells when the server confirms, once', async t => {
    const { cable, peer } = await welcomed(t)
    const on = recorder()
    const { identifier } = cable.streamFrom('room/42', on)
    peer.confirm(identifier)
    assert.deepEqual(await on.next(), ['confirmed', { reconnected: false }])
    peer.confirm(identifier)
    peer.message(identifier, 'after')
    assert.deepEqual(await on.next(), ['received', 'after'])
  })

  test('K17 tells when the server rejects, and does not ask again', async t => {
    const { cable, peer, server, clock } = await welcomed(t)
    const on = recorder()
    const { identifier } = cable.streamFrom('room/42', on)
    await peer.frame()
    peer.send({ type: 'reject_subscription', identifier })
    assert.deepEqual(await on.next(), ['rejected', { reason: 'rejected' }])
    peer.socket.close()
    await cable.states.next()
    clock.advance(2000)
    const next = await server.peer()
    next.welcome()
    assert.equal(await cable.states.next(), 'connecting')
    assert.equal(await cable.states.next(), 'connected')
    assert.equal(await next.unread(), 0)
  })

  test('K17 a rejected callback may subscribe anew', async t => {
    const { cable, peer } = await welcomed(t)
    const on = recorder()
    const first = cable.streamFrom('room/42', { rejected: () => {
      cable.streamFrom('room/42', on)
      first.unsubscribe()
    } })
    await peer.frame()
    peer.send({ type: 'reject_subscription', identifier: first.identifier })
    assert.equal((await peer.frame()).command, 'subscribe')
    peer.confirm(first.identifier)
    assert.equal((await on.next())[0], 'confirmed')
    assert.equal(await peer.unread(), 0)
  })

  test('K17 subscribers of one identifier share one subscription of the server', async t => {
    const { cable, peer } = await welcomed(t)
    const { on: first, subscription, identifier } = await subscribed(cable, peer, { stream: 'room/42' })
    const second = recorder()
    const other = cable.streamFrom('room/42', second)
    assert.deepEqual(await second.next(), ['confirmed', { reconnected: false }])
    peer.message(identifier, 'both')
    assert.deepEqual(await first.next(), ['received', 'both'])
    assert.deepEqual(await second.next(), ['received', 'both'])

    subscription.unsubscribe()
    peer.message(identifier, 'one')
    assert.deepEqual(await second.next(), ['received', 'one'])
    assert.equal(first.size, 0)
    assert.equal(await peer.unread(), 0)

    other.unsubscribe()
    assert.deepEqual(await peer.frame(), { command: 'unsubscribe', identifier })
  })

  test('K17 a late subscriber is told confirmed after subscribe() returned', async t => {
    const { cable, peer } = await welcomed(t)
    await subscribed(cable, peer, { stream: 'room/42' })
    const order = []
    await new Promise(resolve => {
      const room = cable.streamFrom('room/42', { confirmed: () => resolve(order.push('confirmed', room.identifier)) })
      order.push('returned')
    })
    assert.deepEqual(order, ['returned', 'confirmed', ROOM])
  })

  test('K17 nothing reaches a callback that unsubscribed, not even in the midst of a delivery', async t => {
    const { cable, peer } = await welcomed(t)
    const last = recorder()
    const got = []
    const room = cable.streamFrom('room/42', message => {
      got.push(message)
      neighbour.unsubscribe()
      room.unsubscribe()
    })
    const neighbour = cable.streamFrom('room/42', message => got.push('the neighbour too', message))
    cable.streamFrom('room/42', last)
    peer.message(room.identifier, 1)
    peer.message(room.identifier, 2)
    assert.deepEqual(await last.next(), ['received', 1])
    assert.deepEqual(await last.next(), ['received', 2])
    assert.deepEqual(got, [1])
  })

  test('K17 a callback that subscribes again does not get the message twice', async t => {
    const { cable, peer } = await welcomed(t)
    const late = recorder()
    const room = cable.streamFrom('room/42', () => cable.streamFrom('room/42', late))
    peer.message(room.identifier, 1)
    peer.message(room.identifier, 2)
    assert.deepEqual(await late.next(), ['received', 2])
  })

  test('K17 unsubscribing twice says it once', async t => {
    const { cable, peer } = await welcomed(t)
    const { subscription } = await subscribed(cable, peer, { stream: 'room/42' })
    subscription.unsubscribe()
    subscription.unsubscribe()
    assert.equal((await peer.frame()).command, 'unsubscribe')
    assert.equal(await peer.unread(), 0)
  })

  test('K17 unsubscribing before the welcome means that nothing is asked', async t => {
    const { server, cable } = await open(t)
    const peer = await server.peer()
    cable.streamFrom('room/42').unsubscribe()
    peer.welcome()
    await cable.states.next()
    assert.equal(await peer.unread(), 0)
  })

  test('K17 an unanswered subscribe is repeated after 5 s, and given up after the third', async t => {
    const { cable, peer, clock } = await welcomed(t, { pingInterval: 0 })
    const on = recorder()
    const { identifier } = cable.streamFrom('room/42', on)
    const subscribe = { command: 'subscribe', identifier }
    assert.deepEqual(await peer.frame(), subscribe)
    for (const again of [2, 3]) {
      clock.advance(4999)
      assert.equal(await peer.unread(), 0, `before subscribe ${again}`)
      clock.advance(1)
      assert.deepEqual(await peer.frame(), subscribe)
    }
    clock.advance(5000)
    assert.deepEqual(await on.next(), ['rejected', { reason: 'timeout' }])
    assert.deepEqual(await peer.frame(), { command: 'unsubscribe', identifier })
    assert.deepEqual(clock.delays, [])
    assert.equal(cable.state, 'connected')
  })

  test('K17 an answered or abandoned subscribe is not repeated', async t => {
    const { cable, peer, clock } = await welcomed(t, { pingInterval: 0 })
    await subscribed(cable, peer, { stream: 'a' })
    cable.streamFrom('b').unsubscribe()
    assert.deepEqual(clock.delays, [])
  })

})
