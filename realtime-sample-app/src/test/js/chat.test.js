/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'

import { connected, launch, signIn } from './support/browser.js'
import { Sample } from './support/sample.js'

const sample = new Sample(['--realtime.shutdown.drain=1s'])
let browser
let alice
let bob

before(async () => {
  browser = await launch()
  await sample.start()
  alice = await signIn(browser, sample, 'alice')
  bob = await signIn(browser, sample, 'bob')
})
after(async () => {
  await browser?.close()
  await sample.stop()
})

const say = async ({ page }, text) => {
  await page.fill('#draft', text)
  await page.press('#draft', 'Enter')
}
const messages = ({ page }, text) => page.locator('#messages .text').filter({ hasText: text })
const shows = (window, text) => messages(window, text).first().waitFor()
const count = (window, text) => messages(window, text).count()

test('K9 the page knows who signed in, and the connection does too', async () => {
  assert.equal(await alice.page.textContent('.me .name'), 'Alice')
  await bob.page.waitForSelector('#people .online:has-text("Alice")')
  await alice.page.waitForSelector('#people .online:has-text("Bob")')
})

test('K23 alice writes, bob sees it at once and without a reload', async () => {
  await bob.page.evaluate(() => {
    window.notReloaded = true
  })
  await say(alice, 'Can you see this?')
  await shows(bob, 'Can you see this?')
  assert.equal(await bob.page.evaluate(() => window.notReloaded), true)
})

test('A16 the author sees a message once, in each of her windows', async () => {
  const second = await alice.context.newPage()
  await second.goto(`${sample.url}/rooms/general`)
  await connected(second)
  await say(alice, 'Once only')
  await shows({ page: second }, 'Once only')
  await shows(bob, 'Once only')
  await shows(alice, 'Once only')
  for (const window of [alice, { page: second }, bob]) {
    assert.equal(await count(window, 'Once only'), 1)
  }
  await second.close()
})

test('a new window shows what was written before', async () => {
  await say(alice, 'Before you came')
  await shows(bob, 'Before you came')
  await bob.page.reload()
  await shows(bob, 'Before you came')
})

test('B20 messages of other rooms and notifications come over the same connection', async () => {
  await alice.page.click('#rooms [data-room=random]')
  await say(alice, 'Hello @bob')
  await bob.page.waitForSelector('#rooms [data-room=random] .count:text-is("1")')
  await bob.page.waitForSelector('#notifications [data-kind=mentioned]:has-text("Alice mentioned you in #random")')
  await bob.page.waitForSelector('#notifications [data-kind=joined]:has-text("Alice joined #random")')
  await bob.page.click('#rooms [data-room=random]')
  await shows(bob, 'Hello @bob')
  assert.ok(await bob.page.isHidden('#rooms [data-room=random] .badge'))
})

test('the server shows how it is doing', async () => {
  await alice.page.waitForSelector('[data-figure=connections]:text-is("2")')
  await alice.page.waitForSelector('[data-figure=heap]:text-matches("^[0-9]+ MB$")')
})

test('S24 while the server restarts the page says so, then it receives again without a new login', async () => {
  await sample.stop()
  for (const { page } of [alice, bob]) {
    await page.waitForSelector('#connection[data-state=waiting]:text-is("Reconnecting…")')
    assert.ok(await page.isVisible('#notice'))
  }
  await sample.start()
  await connected(alice.page)
  await connected(bob.page)
  assert.ok(await alice.page.isHidden('#notice'))
  await say(alice, 'Back again')
  await shows(bob, 'Back again')
})

test('A22 who signs out in one window is disconnected in the others', async () => {
  const second = await alice.context.newPage()
  await second.goto(`${sample.url}/rooms/general`)
  await connected(second)
  await alice.page.click('text=Sign out')
  await alice.page.waitForSelector('text=You are signed out.')
  await second.waitForSelector('#connection[data-state=closed]')
})

test('the pages keep their strict content security policy', () => {
  const violations = [...alice.complaints, ...bob.complaints].filter((text) => /content security policy/i.test(text))
  assert.deepEqual(violations, [])
})
