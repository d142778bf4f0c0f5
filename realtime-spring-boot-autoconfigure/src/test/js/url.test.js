// Copyright 2026-present the original author or authors. SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { connect, url } from '../../main/resources/META-INF/resources/realtime/realtime.mjs'
import { Page } from './support/page.js'

const at = href => new URL(href)

describe('url(path, location, contextPath)', () => {

  test('K17 picks ws on an http page', () => {
    assert.equal(url('/cable', at('http://shop.example/cart')), 'ws://shop.example/cable')
  })

  test('K17 picks wss on an https page', () => {
    assert.equal(url('/cable', at('https://shop.example/cart')), 'wss://shop.example/cable')
  })

  test('K17 keeps a port that is not the default', () => {
    assert.equal(url('/cable', at('http://localhost:8080/')), 'ws://localhost:8080/cable')
    assert.equal(url('/cable', at('https://shop.example:8443/')), 'wss://shop.example:8443/cable')
    assert.equal(url('/cable', at('http://[::1]:8080/')), 'ws://[::1]:8080/cable')
  })

  test('K17 treats localhost and private addresses like any other host', () => {
    for (const host of ['localhost', '127.0.0.1', '0.0.0.0', '192.168.1.7']) {
      assert.equal(url('/chat', at(`http://${host}/`)), `ws://${host}/chat`)
    }
  })

  test('K17 puts the context path before the path', () => {
    assert.equal(url('/cable', at('https://shop.example/app/cart'), '/app'), 'wss://shop.example/app/cable')
    assert.equal(url('/cable', at('https://shop.example/app/cart'), '/a/b'), 'wss://shop.example/a/b/cable')
  })

  test('K17 accepts a context path as Thymeleaf writes it, with a slash at the end', () => {
    assert.equal(url('/cable', at('https://shop.example/'), '/app/'), 'wss://shop.example/app/cable')
    assert.equal(url('/cable', at('https://shop.example/'), '/'), 'wss://shop.example/cable')
  })

  test('K17 does not put the context path twice', () => {
    assert.equal(url('/app/cable', at('https://shop.example/'), '/app'), 'wss://shop.example/app/cable')
    assert.equal(url('/apple', at('https://shop.example/'), '/app'), 'wss://shop.example/app/apple')
    assert.equal(url('/app', at('https://shop.example/'), '/app'), 'wss://shop.example/app/app')
  })

  test('K17 takes an absolute URL as it is', () => {
    const page = at('https://shop.example/')
    assert.equal(url('wss://other.example:1/x?y=z', page, '/app'), 'wss://other.example:1/x?y=z')
    assert.equal(url('ws://other.example/x', page), 'ws://other.example/x')
  })

  test('K17 turns an absolute http URL into its WebSocket twin', () => {
    assert.equal(url('http://other.example/http', at('https://shop.example/')), 'ws://other.example/http')
    assert.equal(url('https://other.example/x', at('http://shop.example/')), 'wss://other.example/x')
    assert.equal(new URL(url('HTTPS://other.example/x', at('http://shop.example/'))).protocol, 'wss:')
  })

  test('K17 accepts a path without a slash, and keeps its query', () => {
    assert.equal(url('cable?room=1', at('http://shop.example/'), '/app'), 'ws://shop.example/app/cable?room=1')
  })

  test('K17 needs no page for an absolute URL, and a page for a path', () => {
    assert.equal(url('https://shop.example/cable'), 'wss://shop.example/cable')
    assert.throws(() => connect('/cable'), TypeError)
  })

})

describe('the page', () => {

  const socketOf = async (page, ...args) => {
    page.realtime.connect(...args)
    return page.socket()
  }

  test('K17 connects to /cable on the page host when nothing is said', async () => {
    const { url, protocols } = await socketOf(new Page({ href: 'https://shop.example:8443/cart?x=1#y' }))
    assert.equal(url, 'wss://shop.example:8443/cable')
    assert.deepEqual(protocols, ['actioncable-v1-json'])
  })

  test('K17 derives the context path from the address of the script', async () => {
    const page = new Page({ script: 'https://shop.example/app/realtime/realtime.js' })
    assert.equal((await socketOf(page, '/cable')).url, 'wss://shop.example/app/cable')
  })

  test('K17 K23 derives it too when the resource chain put a hash or a query there', async () => {
    for (const name of ['realtime-d41d8cd98f00b204.js', 'realtime.js?v=1/2', 'realtime.mjs', 'realtime.js;jsessionid=1']) {
      const page = new Page({ script: `https://shop.example/a/b/realtime/${name}` })
      assert.equal((await socketOf(page, '/cable')).url, 'wss://shop.example/a/b/cable')
    }
  })

  test('K17 a context path that is called realtime is one', async () => {
    const page = new Page({ script: 'https://shop.example/realtime/realtime/realtime.js' })
    assert.equal((await socketOf(page, '/cable')).url, 'wss://shop.example/realtime/cable')
  })

  test('K17 a script from elsewhere, or inside a bundle, means no context path', async () => {
    for (const script of ['https://shop.example/assets/index-1a2b.js', null]) {
      assert.equal((await socketOf(new Page({ script }), '/cable')).url, 'wss://shop.example/cable')
    }
  })

  test('K17 the meta element realtime-context-path wins, also when empty', async () => {
    const script = 'https://shop.example/v7/realtime/realtime.js'
    const page = meta => new Page({ script, meta: { 'realtime-context-path': meta } })
    assert.equal((await socketOf(page('/app/'), '/cable')).url, 'wss://shop.example/app/cable')
    assert.equal((await socketOf(page(''), '/cable')).url, 'wss://shop.example/cable')
  })

  test('K17 takes address and token from the meta elements of AnyCable', async () => {
    for (const prefix of ['', 'action-']) {
      const page = new Page({ meta: { [prefix + 'cable-url']: '/live', [prefix + 'cable-token']: 'abc' } })
      const { url, protocols } = await socketOf(page)
      assert.equal(url, 'wss://shop.example/live')
      assert.deepEqual(protocols, ['actioncable-v1-json', 'anycable-token.abc'])
    }
  })

  test('K17 what connect() is given wins over the meta elements', async () => {
    const page = new Page({ meta: { 'cable-url': '/live', 'cable-token': 'abc' } })
    const { url, protocols } = await socketOf(page, '/mine', { token: 'def' })
    assert.equal(url, 'wss://shop.example/mine')
    assert.deepEqual(protocols, ['actioncable-v1-json', 'anycable-token.def'])
  })

  test('K17 window.realtimeWS(path) opens a plain WebSocket at once', () => {
    const page = new Page({
      script: 'https://shop.example/app/realtime/realtime.js', meta: { 'cable-token': 'for the cable only' }
    })
    const socket = page.window.realtimeWS('/ws/chat')
    assert.equal(socket, page.sockets[0])
    assert.equal(socket.url, 'wss://shop.example/app/ws/chat')
    assert.deepEqual(socket.protocols, [])
  })

  test('K17 realtimeWS() takes protocols and a token', () => {
    const page = new Page()
    assert.deepEqual(page.window.realtimeWS('/x', { protocols: 'v1', token: 't' }).protocols, ['v1', 'anycable-token.t'])
    assert.equal(page.window.realtimeWS('/x?a=b', { token: 't', carrier: 'param' }).url, 'wss://shop.example/x?a=b&jid=t')
  })

  test('K23 a script that is included twice is one client', () => {
    const page = new Page()
    const { realtime } = page
    page.load()
    assert.equal(page.realtime, realtime)
    assert.equal(page.window.realtimeWS, realtime.socket)
  })

})
