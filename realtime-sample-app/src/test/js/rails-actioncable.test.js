/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'

import { carrierOptions, carriers, carry } from './support/carriers.js'
import { until } from './support/conditions.js'
import { RailsClient } from './support/rails.js'
import { Sample } from './support/sample.js'
import { Visitor } from './support/visitor.js'

const sample = new Sample(carrierOptions)
const clients = []

before(() => sample.start())
after(async () => {
  clients.forEach((client) => client.close())
  await sample.stop()
})

const clientWith = (handshake) => {
  const client = new RailsClient(handshake)
  clients.push(client)
  return client
}

const client = () => clientWith({ url: `${sample.cableUrl}?jid=${sample.credentials.token('carol')}` })

const listen = async (client, stream) => {
  const subscription = client.subscribe(sample.credentials.sign(stream))
  await until(`${stream} is confirmed`, () => subscription.confirmations)
  return subscription
}

const refusal = async (handshake) => {
  const client = clientWith(handshake)
  client.subscribe('nothing')
  await until('the socket is closed', () => client.sockets[0]?.code)
  return client
}

for (const carrier of carriers) {
  test(`A1 @rails/actioncable connects with a token in ${carrier.name}`, async () => {
    const client = clientWith(carry(carrier, sample, sample.credentials.token('carol')))
    await listen(client, 'a1')
    assert.equal(client.sockets[0].frames[0].type, 'welcome')
  })
}

test('A5 @rails/actioncable is told that it has no token, and does not come back', async () => {
  const client = await refusal({ url: sample.cableUrl })
  assert.deepEqual(client.goodbye(), { type: 'disconnect', reason: 'unauthorized', reconnect: false })
  assert.equal(client.reconnects(), false)
})

test('A5 @rails/actioncable is told that its token is forged', async () => {
  const client = await refusal({ url: `${sample.cableUrl}?jid=${sample.credentials.token('carol').slice(0, -2)}xx` })
  assert.deepEqual(client.goodbye(), { type: 'disconnect', reason: 'unauthorized', reconnect: false })
})

test('A26 @rails/actioncable on a page of a foreign origin is answered with 403', async () => {
  const client = await refusal({
    url: `${sample.cableUrl}?jid=${sample.credentials.token('carol')}`,
    options: { origin: 'https://evil.example' }
  })
  assert.match(client.sockets[0].error, /403/)
})

test('A10 @rails/actioncable is refused a forged name', async () => {
  const subscription = client().subscribe(sample.credentials.sign('a10') + '0')
  await until('the subscription is refused', () => subscription.refused)
})

test('A14 @rails/actioncable receives what a backend posts', async () => {
  const { messages } = await listen(client(), 'a14')
  await sample.broadcast('a14', { text: 'hello' })
  await until('the message is there', () => messages.length)
  assert.deepEqual(messages, [{ text: 'hello' }])
})

test('A13 @rails/actioncable receives what the application publishes', async () => {
  const { messages } = await listen(client(), 'rooms/general')
  const alice = await new Visitor(sample.url).signIn('alice', 'wonderland')
  const posted = await alice.say('general', 'from code')
  await until('the message is there', () => messages.length)
  assert.deepEqual(messages, [posted])
})

test('A16 @rails/actioncable does not receive what leaves it out', async () => {
  const first = client()
  const [sender, other] = [await listen(first, 'a16'), await listen(client(), 'a16')]
  await sample.broadcast('a16', 1, { exclude_socket: first.sockets[0].frames[0].sid })
  await sample.broadcast('a16', 2)
  await until('the last message is there', () => sender.messages.includes(2) && other.messages.includes(2))
  assert.deepEqual(sender.messages, [2])
  assert.deepEqual(other.messages, [1, 2])
})

test('A11 @rails/actioncable receives nothing after it unsubscribed', async () => {
  const some = client()
  const left = await listen(some, 'a11')
  left.unsubscribe()
  const marker = await listen(some, 'a11-marker') // handled after the unsubscribe
  await sample.broadcast('a11', 'too late')
  await sample.broadcast('a11-marker', 'now')
  await until('the marker is there', () => marker.messages.length)
  assert.deepEqual(left.messages, [])
})

test('B20 @rails/actioncable receives three streams over one socket', async () => {
  const some = client()
  const streams = await Promise.all(['b20-a', 'b20-b', 'b20-c'].map((stream) => listen(some, stream)))
  for (const name of ['c', 'a', 'b']) {
    await sample.broadcast(`b20-${name}`, name)
  }
  await until('all messages are there', () => streams.every(({ messages }) => messages.length))
  assert.deepEqual(streams.map(({ messages }) => messages), [['a'], ['b'], ['c']])
  assert.equal(some.sockets.length, 1)
})

test('A3 @rails/actioncable comes back with a new token once its own ran out', async () => {
  let seconds = 3
  const some = clientWith({ url: () => `${sample.cableUrl}?jid=${sample.credentials.token('carol', seconds)}` })
  const subscription = await listen(some, 'a3')
  await until('the token has run out', () => some.goodbye())
  assert.deepEqual(some.goodbye(), { type: 'disconnect', reason: 'token_expired', reconnect: false })
  assert.equal(some.reconnects(), false)
  seconds = 300
  some.connect() // this client leaves it to the application
  await until('the subscription is confirmed again', () => subscription.confirmations === 2)
  await sample.broadcast('a3', 'still here')
  await until('the message is there', () => subscription.messages.length)
})
