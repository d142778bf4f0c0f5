/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'

import { build } from 'esbuild'

import { launch, signIn } from './support/browser.js'
import { Sample } from './support/sample.js'

const sample = new Sample(['--sample.token-ttl=8s'])
let browser
let bundle

before(async () => {
  const bundled = await build({
    stdin: { contents: "export * from '@anycable/web'", resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    format: 'iife',
    globalName: 'anycable',
    write: false
  })
  bundle = bundled.outputFiles[0].text
  browser = await launch()
  await sample.start()
})
after(async () => {
  await browser?.close()
  await sample.stop()
})

/** A page of the sample on which the stock client is connected too, with what the page's head says. */
const withStockClient = async (username) => {
  const window = await signIn(browser, sample, username)
  await window.page.evaluate(bundle)
  await window.page.evaluate(async () => {
    window.received = []
    window.cable = anycable.createCable({
      websocketAuthStrategy: 'sub-protocol',
      tokenRefresher: anycable.fetchTokenFromHTML()
    })
    window.connects = 0
    window.cable.on('connect', () => window.connects++)
    window.channel = cable.streamFromSigned(document.querySelector('#rooms a').dataset.stream)
    window.channel.on('message', ({ text }) => window.received.push(text))
    await window.channel.ensureSubscribed()
  })
  return window
}

const write = async ({ page }, text) => {
  await page.fill('#draft', text)
  await page.press('#draft', 'Enter')
}

test('A1 A10 @anycable/web connects by sub-protocol with what the page holds, subscribes and receives', async () => {
  const { page } = await withStockClient('alice')
  await sample.broadcast('rooms/general', { id: 1, author: 'bob', text: 'from a backend', sentAt: new Date() })
  await page.waitForFunction(() => window.received.includes('from a backend'))
  const bob = await signIn(browser, sample, 'bob')
  await write(bob, 'from the chat')
  await page.waitForFunction(() => window.received.includes('from the chat'))
})

test('A10 @anycable/web is refused the notifications of somebody else', async () => {
  const alice = await signIn(browser, sample, 'alice')
  const stolen = await alice.page.getAttribute('#notifications', 'data-stream')
  const { page } = await withStockClient('bob')
  const outcome = await page.evaluate(
    (name) => cable.streamFromSigned(name).ensureSubscribed().catch((error) => error.name),
    stolen
  )
  assert.equal(outcome, 'SubscriptionRejectedError')
})

test('A3 @anycable/web fetches a new token when its own runs out, and so does realtime.js', async () => {
  const { page, complaints } = await withStockClient('alice')
  const opened = []
  page.on('websocket', (socket) => opened.push(socket.url()))
  await page.waitForFunction(() => window.connects >= 1)
  while (opened.length < 2) {
    await page.waitForEvent('websocket', { timeout: 60_000 })
  }
  await page.waitForFunction(() => window.cable.state === 'connected' && window.channel.state === 'connected')
  await page.waitForSelector('#connection[data-state=connected]')
  const bob = await signIn(browser, sample, 'bob')
  await write(bob, 'to those who renewed')
  await page.waitForFunction(() => window.received.includes('to those who renewed'))
  await page.waitForSelector('#messages .text:text-is("to those who renewed")')
  assert.deepEqual(complaints.filter((text) => /content security policy/i.test(text)), [])
})
