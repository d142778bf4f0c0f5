// Copyright 2026-present the original author or authors. SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { chromium } from 'playwright-core'
import { ASSETS } from './support/page.js'
import { Server } from './support/server.js'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'"
const ROOM = '{"channel":"$pubsub","stream_name":"room/42"}'

/** What the user of the client writes, as a classic script and as a module. */
const USER = `
  globalThis.got = []
  globalThis.states = []
  globalThis.cable = connect('/cable', {
    tokenUrl: new URLSearchParams(location.search).get('token') || '/token',
    onstate: ({ state, reason }) => states.push([state, reason])
  })
  cable.streamFrom('room/42', message => got.push(message))
`

const FILES = {
  '/app/classic': ['text/html', '<!doctype html><title>classic</title>' +
    '<script src="/app/realtime/realtime.js"></script><script src="/app/user.js"></script>'],
  '/app/module': ['text/html', '<!doctype html><title>module</title><script type="module" src="/app/user.mjs"></script>'],
  '/app/both': ['text/html', '<!doctype html><title>both</title>' +
    '<script src="/app/realtime/realtime.js"></script><script type="module" src="/app/user.mjs"></script>'],
  '/app/elsewhere': ['text/html', '<!doctype html><title>elsewhere</title>'],
  '/app/user.js': ['text/javascript', `const { connect } = realtime; ${USER}`],
  '/app/user.mjs': ['text/javascript', `import { connect } from './realtime/realtime.mjs'; ${USER}`]
}
for (const name of ['realtime.js', 'realtime.mjs']) {
  FILES[`/app/realtime/${name}`] = ['text/javascript', readFileSync(new URL(name, ASSETS))]
}

/** An application under /app that shows its pages to all, and its token to who has the session cookie. */
function application(request, response) {
  const { pathname } = new URL(request.url, 'http://x')
  if (pathname === '/app/token') {
    if (request.headers.cookie !== 'SESSION=1') return response.writeHead(302, { location: '/app/elsewhere' }).end()
    return response.writeHead(200, { 'content-type': 'application/json' }).end('{"token":"abc","expires_in":300}')
  }
  if (!FILES[pathname]) return response.writeHead(404).end()
  const [type, body] = FILES[pathname]
  response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY }).end(body)
}

describe('in Chromium, under a strict Content-Security-Policy', () => {

  let browser

  before(async () => {
    assert.ok(existsSync(CHROMIUM), `No browser at ${CHROMIUM}: install chromium, or name one in the variable CHROMIUM`)
    browser = await chromium.launch({
      executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
    })
  })

  after(() => browser?.close())

  /** Opens a page of the application, as a user who is logged in or not. */
  async function visit(t, path, { login = true } = {}) {
    const server = await Server.start(t, application)
    const origin = `http://127.0.0.1:${server.port}`
    const context = await browser.newContext()
    t.after(() => context.close())
    if (login) await context.addCookies([{ name: 'SESSION', value: '1', url: origin }])
    const page = await context.newPage()
    const complaints = []
    page.on('console', message => complaints.push(message.text()))
    page.on('pageerror', error => complaints.push(String(error)))
    await page.goto(origin + path)
    return { server, page, origin, complaints }
  }

  for (const kind of ['classic', 'module', 'both']) {

    test(`K17 K23 ${kind}: connects with a token and receives messages`, async t => {
      const { server, page, complaints } = await visit(t, `/app/${kind}`)
      const peer = await server.peer()
      assert.equal(peer.path, '/app/cable')
      assert.deepEqual(peer.offers.map(offer => offer.trim()), ['actioncable-v1-json', 'anycable-token.abc'])
      peer.welcome()
      assert.deepEqual(await peer.frame(), { command: 'subscribe', identifier: ROOM })
      peer.confirm(ROOM)
      for (const message of [{ text: 'hi' }, null, 0, '', false]) peer.message(ROOM, message)
      await page.waitForFunction(() => globalThis.got.length === 5)
      assert.deepEqual(await page.evaluate(() => globalThis.got), [{ text: 'hi' }, null, 0, '', false])
      assert.deepEqual(await page.evaluate(() => globalThis.states), [['connected', undefined]])
      assert.deepEqual(complaints, [])
    })

  }

  test('K17 comes back by itself after the connection is cut', async t => {
    const { server, page } = await visit(t, '/app/classic')
    const peer = await server.peer()
    peer.welcome()
    await peer.frame()
    peer.socket.terminate()
    const next = await server.peer()
    next.welcome()
    assert.equal((await next.frame()).identifier, ROOM)
    next.message(ROOM, 'again')
    await page.waitForFunction(() => globalThis.got.includes('again'))
  })

  test('K17 realtimeWS(path) is a WebSocket to this application', async t => {
    const { server, page } = await visit(t, '/app/classic')
    await server.peer()
    const got = page.evaluate(() => new Promise(resolve => {
      const ws = globalThis.realtimeWS('/ws/echo')
      ws.onmessage = event => resolve([ws instanceof WebSocket, ws.url, event.data])
    }))
    const peer = await server.peer()
    peer.socket.send('raw')
    assert.deepEqual(await got, [true, `ws://127.0.0.1:${server.port}/app/ws/echo`, 'raw'])
  })

  test('K17 a page that is left closes its connection, and opens one when the user comes back', async t => {
    const { server, page, origin } = await visit(t, '/app/classic')
    const peer = await server.peer()
    peer.welcome()
    await peer.frame()
    await page.goto(`${origin}/app/elsewhere`)
    await peer.closed
    await page.goBack()
    await server.peer()
  })

  test('A1 K17 a token URL that leads to a login page ends as unauthorized, without a handshake', async t => {
    const { server, page, complaints } = await visit(t, '/app/classic', { login: false })
    await page.waitForFunction(() => globalThis.cable.state === 'closed')
    assert.equal(await page.evaluate(() => globalThis.cable.reason), 'unauthorized')
    assert.equal(server.waiting, 0)
    assert.deepEqual(complaints, [])
  })

  test('K17 an address that the policy forbids is not reached, and the page goes on', async t => {
    const { server, page, complaints } = await visit(t, '/app/classic')
    await server.peer()
    const state = await page.evaluate(() => new Promise(resolve => {
      globalThis.realtime.connect('ws://127.0.0.2:1/cable', { onstate: cable => resolve(cable.state) })
    }))
    assert.equal(state, 'waiting')
    assert.match(complaints.join(), /Content Security Policy/)
  })

})
