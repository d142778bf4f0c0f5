// Copyright 2026-present the original author or authors. SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { errorsOf, jwt, open, welcomed } from './support/client.js'
import { Clock } from './support/clock.js'
import { Page } from './support/page.js'
import { Queue } from './support/queue.js'
import { Server } from './support/server.js'

const START = new Clock().time / 1000

/** Tokens on demand: each call waits until the test answers it. */
function tokens() {
  const calls = new Queue()
  return {
    get: () => new Promise((resolve, reject) => calls.push({ resolve, reject })),
    next: () => calls.next(),
    get asked() { return calls.size }
  }
}

// The subject makes characters that Base64 and Base64url write differently.
const token = name => jwt({ sub: `${name} ~~~ ??? >>>`, exp: START + 300 })
const carried = peer => peer.offers.find(offer => offer.startsWith('anycable-token.'))?.slice(15)

test('tokens of these tests are Base64url', () => assert.match(token(1).split('.')[1], /[-_]/))

describe('the carrier', () => {

  test('A1 K17 a token travels as a sub-protocol, never in the URL', async t => {
    const { server } = await open(t, { token: 'abc.def.ghi' })
    const peer = await server.peer()
    assert.deepEqual(peer.offers, ['actioncable-v1-json', 'anycable-token.abc.def.ghi'])
    assert.equal(peer.path, '/cable')
  })

  test('A1 K17 an unknown carrier does not put it into the URL either', async t => {
    const { server } = await open(t, { token: 'abc', carrier: 'query' })
    assert.equal((await server.peer()).path, '/cable')
  })

  test('A1 K17 carrier param puts it into the query, encoded', async t => {
    const { server } = await open(t, { token: 'a b&c=d', carrier: 'param' })
    const peer = await server.peer()
    assert.deepEqual(peer.offers, ['actioncable-v1-json'])
    assert.equal(new URL(peer.path, 'http://x').searchParams.get('jid'), 'a b&c=d')
  })

  test('A1 K17 carrier param keeps the query of the path', async t => {
    const page = new Page()
    page.realtime.connect('/cable?pi=10', { token: 'abc', carrier: 'param' })
    assert.equal((await page.socket()).url, 'wss://shop.example/cable?pi=10&jid=abc')
  })

  test('A1 K17 no token, no carrier', async t => {
    for (const token of [undefined, '', () => null, () => undefined]) {
      const { server } = await open(t, { token })
      assert.deepEqual((await server.peer()).offers, ['actioncable-v1-json'])
    }
  })

})

describe('a token function', () => {

  test('A1 K17 is asked before the first handshake, and may take its time', async t => {
    const source = tokens()
    const { server } = await open(t, { token: source.get })
    const call = await source.next()
    assert.equal(server.waiting, 0)
    call.resolve('abc')
    assert.equal(carried(await server.peer()), 'abc')
  })

  test('A1 K17 may answer { token, expires_in }, or at once', async t => {
    const { server } = await open(t, { token: () => ({ token: 'abc', expires_in: 60 }) })
    assert.equal(carried(await server.peer()), 'abc')
  })

  const reconnectAfter = async (t, answer, ms) => {
    let count = 0
    const { server, cable, clock, peer } = await welcomed(t, { pingInterval: 0, token: () => answer(++count) })
    clock.time += ms // the timers sleep, as in a suspended laptop
    peer.socket.close()
    await cable.states.next()
    clock.advance(1000)
    return [count, carried(await server.peer())]
  }

  test('A3 K17 a token that is still fresh serves the next connection too', async t => {
    const [count, sent] = await reconnectAfter(t, n => token(n), 200_000)
    assert.equal(count, 1)
    assert.equal(sent, token(1))
  })

  test('A3 K17 a token that is about to expire does not', async t => {
    const [, sent] = await reconnectAfter(t, n => token(n), 290_000)
    assert.notEqual(sent, token(1))
  })

  test('A3 K17 expires_in counts more than the claim', async t => {
    const [, sent] = await reconnectAfter(t, n => ({ token: token(n), expires_in: 20 }), 30_000)
    assert.notEqual(sent, token(1))
  })

  test('A3 K17 a token that says nothing of its end is asked for each time', async t => {
    const [, sent] = await reconnectAfter(t, n => `opaque-${n}`, 0)
    assert.equal(sent, 'opaque-2')
  })

  test('K17 one that fails is asked again later', async t => {
    const source = tokens()
    const { server, cable, clock } = await open(t, { token: source.get })
    const errors = await errorsOf(t, async () => {
      (await source.next()).reject(new TypeError('no network'))
      assert.equal(await cable.states.next(), 'waiting: error')
    })
    assert.deepEqual(errors, [['realtime:', 'TypeError']])
    clock.advance(1000)
    ;(await source.next()).resolve('abc')
    assert.equal(carried(await server.peer()), 'abc')
  })

  test('K17 one that fails with the status of a refusal ends the cable', async t => {
    const { cable, clock } = await open(t, { token: async () => { throw Object.assign(new Error('no'), { status: 401 }) } })
    assert.equal(await cable.states.next(), 'closed: unauthorized')
    assert.deepEqual(clock.delays, [])
  })

  test('K17 one that throws undefined is survived', async t => {
    const { cable } = await open(t, { token: () => { throw undefined } })
    await errorsOf(t, async () => assert.equal(await cable.states.next(), 'waiting: error'))
  })

  test('K17 one that never answers is asked again after 10 s, and its late answer opens nothing', async t => {
    const source = tokens()
    const { server, cable, clock } = await open(t, { token: source.get })
    const first = await source.next()
    clock.advance(10_000)
    assert.equal(await cable.states.next(), 'waiting: timeout')
    clock.advance(1000)
    const second = await source.next()
    first.resolve('late')
    second.resolve('abc')
    assert.equal(carried(await server.peer()), 'abc')
    assert.equal(server.waiting, 0)
  })

  test('K17 close() while a token is fetched opens nothing and leaves no timer', async t => {
    const source = tokens()
    const { server, cable, clock } = await open(t, { token: source.get })
    const call = await source.next()
    cable.close()
    call.resolve(token(1))
    await new Promise(setImmediate)
    assert.equal(server.waiting, 0)
    assert.deepEqual(clock.delays, [])
  })

  test('A3 K17 fetches the next token before this one ends, and keeps it for the next connection', async t => {
    const source = tokens()
    const { server, cable, clock } = await open(t, { token: source.get, pingInterval: 0 })
    clock.chance = 0.5
    ;(await source.next()).resolve(token('first'))
    const peer = await server.peer()
    peer.welcome()
    await cable.states.next()
    assert.deepEqual(clock.delays, [255_000], '85 % of 300 s; 80 to 90 % by chance')
    clock.advance(255_000)
    ;(await source.next()).resolve(jwt({ sub: 'second', exp: START + 600 }))
    await peer.unread()
    assert.equal(cable.state, 'connected')

    clock.advance(45_000)
    peer.disconnect('token_expired', false)
    assert.equal(await cable.states.next(), 'waiting: token_expired')
    clock.advance(1)
    assert.equal(carried(await server.peer()), jwt({ sub: 'second', exp: START + 600 }))
    assert.equal(source.asked, 0)
  })

  test('A3 K17 a failed fetch ahead of time is silent; the next connection asks again', async t => {
    const source = tokens()
    const { server, cable, clock } = await open(t, { token: source.get, pingInterval: 0 })
    ;(await source.next()).resolve(token('first'))
    const peer = await server.peer()
    peer.welcome()
    await cable.states.next()
    clock.advance(270_000)
    const errors = await errorsOf(t, async () => {
      (await source.next()).reject(new Error('no network'))
      await peer.unread()
    })
    assert.deepEqual(errors, [])
    assert.equal(cable.state, 'connected')
    peer.socket.close()
    await cable.states.next()
    clock.advance(1000)
    ;(await source.next()).resolve('again')
    assert.equal(carried(await server.peer()), 'again')
  })

  test('A3 K17 a clock that is wrong starts no storm of fetches', async t => {
    for (const exp of [START - 3600, START + 1, START + 1e9]) {
      const { clock } = await welcomed(t, { token: () => jwt({ exp }), pingInterval: 0 })
      assert.deepEqual(clock.delays, [])
    }
  })

})

describe('token_expired', () => {

  test('A3 K17 fetches a new token and comes back at once', async t => {
    const source = tokens()
    const { server, cable, clock } = await open(t, { token: source.get })
    ;(await source.next()).resolve(token('first'))
    ;(await server.peer()).disconnect('token_expired', false)
    assert.equal(await cable.states.next(), 'waiting: token_expired')
    clock.advance(1)
    ;(await source.next()).resolve(token('second'))
    const peer = await server.peer()
    assert.equal(carried(peer), token('second'))
    peer.welcome()
    assert.equal(await cable.states.next(), 'connecting')
    assert.equal(await cable.states.next(), 'connected')
  })

  test('A3 K17 a second one in a row is final', async t => {
    const { server, cable, clock } = await open(t, { token: () => token('always the same') })
    ;(await server.peer()).disconnect('token_expired', false)
    assert.equal(await cable.states.next(), 'waiting: token_expired')
    clock.advance(1)
    assert.equal(await cable.states.next(), 'connecting')
    ;(await server.peer()).disconnect('token_expired', false)
    assert.equal(await cable.states.next(), 'closed: token_expired')
    assert.deepEqual(clock.delays, [])
  })

  test('A3 K17 also when the server said welcome in between', async t => {
    const { server, cable, clock, peer } = await welcomed(t, { token: () => token('x') })
    peer.disconnect('token_expired', false)
    await cable.states.next()
    clock.advance(1)
    const next = await server.peer()
    next.welcome()
    next.disconnect('token_expired', false)
    assert.equal(await cable.states.next(), 'connecting')
    assert.equal(await cable.states.next(), 'connected')
    assert.equal(await cable.states.next(), 'closed: token_expired')
  })

  test('A3 K17 but every life of a token may end so', async t => {
    let count = 0
    const options = { token: () => ({ token: `t${++count}`, expires_in: 60 }), pingInterval: 0 }
    const { server, cable, clock } = await open(t, options)
    for (let life = 1; life <= 5; life++) {
      const peer = await server.peer()
      peer.welcome()
      assert.equal(await cable.states.next(), 'connected')
      clock.advance(60_000)
      peer.disconnect('token_expired', false)
      assert.equal(await cable.states.next(), 'waiting: token_expired')
      clock.advance(1)
      assert.equal(await cable.states.next(), 'connecting')
    }
  })

  test('A3 K17 without a way to a new token it is final', async t => {
    const { server, cable } = await open(t, { token: 'abc' })
    ;(await server.peer()).disconnect('token_expired', false)
    assert.equal(await cable.states.next(), 'closed: token_expired')
  })

})

describe('tokenUrl', () => {

  const json = body => (request, response) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
  const withEndpoint = async (t, handler, options) => {
    const endpoint = await Server.start(t, handler)
    return open(t, { tokenUrl: `http://127.0.0.1:${endpoint.port}/token`, ...options })
  }

  test('A1 K17 is asked for { token, expires_in }', async t => {
    const { server, clock } = await withEndpoint(t, json({ token: 'abc', expires_in: 100 }))
    assert.equal(carried(await server.peer()), 'abc')
    assert.ok(clock.delays.includes(85_000))
  })

  test('A1 K17 belongs to the context path as the cable does', async t => {
    const page = new Page({
      script: 'https://shop.example/app/realtime/realtime.js', answer: () => Response.json({ token: 'abc' })
    })
    page.realtime.connect('/cable', { tokenUrl: '/token?for=cable' })
    assert.deepEqual((await page.socket()).protocols, ['actioncable-v1-json', 'anycable-token.abc'])
    const [{ url, options }] = page.fetches
    assert.equal(url, 'https://shop.example/app/token?for=cable')
    assert.deepEqual({ ...options }, { cache: 'no-store', redirect: 'manual' })
  })

  test('A1 K17 is not asked while the token of the page is good', async t => {
    const clock = new Clock()
    const page = new Page({
      clock, meta: { 'cable-token': token('of the page') }, answer: () => Response.json({ token: 'new' })
    })
    const options = { tokenUrl: '/token', timers: clock }
    page.realtime.connect('/cable', options)
    assert.equal((await page.socket()).protocols[1], `anycable-token.${token('of the page')}`)
    assert.equal(page.fetches.length, 0)
    clock.time += 300_000
    page.realtime.connect('/cable', options)
    assert.equal((await page.socket(1)).protocols[1], 'anycable-token.new')
  })

  for (const status of [401, 403, 302, 404]) {

    test(`A1 K17 that answers ${status} ends the cable as unauthorized`, async t => {
      const { cable, clock } = await withEndpoint(t, (request, response) =>
        response.writeHead(status, { location: '/login' }).end('<html>'))
      assert.equal(await cable.states.next(), 'closed: unauthorized')
      assert.deepEqual(clock.delays, [])
    })

  }

  test('A1 K17 that leads to a login page ends it in a browser too, where the redirect has no status', async t => {
    const page = new Page({ answer: () => ({ ok: false, status: 0, type: 'opaqueredirect' }) })
    const states = new Queue()
    const onstate = ({ state, reason }) => states.push([state, reason])
    page.realtime.connect('/cable', { tokenUrl: '/token', onstate })
    assert.deepEqual(await states.next(), ['closed', 'unauthorized'])
  })

  test('A1 K17 that is overloaded, broken or not JSON is asked again', async t => {
    const answers = [
      (request, response) => response.writeHead(429).end(),
      (request, response) => response.writeHead(503).end(),
      (request, response) => response.end('<html>'),
      json({ token: 'abc' })
    ]
    const { server, cable, clock } = await withEndpoint(t, (...args) => answers.shift()(...args))
    await errorsOf(t, async () => {
      for (const delay of [501, 1001, 2001]) {
        assert.equal(await cable.states.next(), 'waiting: error')
        clock.advance(delay)
        assert.equal(await cable.states.next(), 'connecting')
      }
    })
    assert.equal(carried(await server.peer()), 'abc')
  })

})
