/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'

import { createCable } from '@anycable/core'

import { carrierOptions, carriers, carry } from './support/carriers.js'
import { until } from './support/conditions.js'
import { Sample } from './support/sample.js'
import { goodbye, recording } from './support/sockets.js'
import { Visitor } from './support/visitor.js'

const sample = new Sample(carrierOptions)
const cables = []

before(() => sample.start())
after(async () => {
  cables.forEach((cable) => cable.disconnect())
  await sample.stop()
})

/** A cable of the stock client, and what its sockets saw. */
const cableWith = ({ url = sample.cableUrl, subProtocols = [], options: extra, ...options }) => {
  const Socket = recording(extra)
  const cable = createCable(url, { websocketImplementation: Socket, logLevel: 'error', ...options })
  if (subProtocols.length) {
    cable.transport.subprotocol = ['actioncable-v1-json', ...subProtocols]
  }
  cables.push(cable)
  return { cable, Socket }
}

const connect = async (user = 'carol', options = {}) => {
  const { cable, Socket } = cableWith({ auth: { token: sample.credentials.token(user) }, ...options })
  await cable.connect()
  return { cable, Socket }
}

/** A subscription that is confirmed, and the messages it receives. */
const listen = async (cable, stream) => {
  const channel = cable.streamFromSigned(sample.credentials.sign(stream))
  const messages = []
  channel.on('message', (message) => messages.push(message))
  await channel.ensureSubscribed()
  return { channel, messages }
}

const refusal = async (options) => {
  const { cable, Socket } = cableWith(options)
  await assert.rejects(cable.connect())
  await until('the socket is closed', () => Socket.sockets[0].code)
  return { cable, Socket }
}

for (const carrier of carriers) {
  test(`A1 @anycable/core connects with a token in ${carrier.name}`, async () => {
    const { cable, Socket } = cableWith(carry(carrier, sample, sample.credentials.token('carol')))
    await cable.connect()
    assert.equal(cable.state, 'connected')
    assert.equal(Socket.sockets[0].frames[0].type, 'welcome')
  })

  test(`A3 @anycable/core is told that the token in ${carrier.name} has expired`, async () => {
    const { Socket } = await refusal(carry(carrier, sample, sample.credentials.token('carol', -1)))
    assert.deepEqual(goodbye(Socket), { type: 'disconnect', reason: 'token_expired', reconnect: false })
  })
}

for (const strategy of ['param', 'header', 'sub-protocol']) {
  test(`A1 @anycable/core connects with its own strategy ${strategy}`, async () => {
    const { cable } = await connect('carol', { websocketAuthStrategy: strategy })
    assert.equal(cable.state, 'connected')
  })
}

test('A5 @anycable/core is told that it has no token, and does not come back', async () => {
  const { cable, Socket } = await refusal({})
  assert.deepEqual(goodbye(Socket), { type: 'disconnect', reason: 'unauthorized', reconnect: false })
  assert.equal(cable.state, 'closed')
  assert.equal(Socket.sockets.length, 1)
})

test('A5 @anycable/core is told that its token is forged', async () => {
  const { Socket } = await refusal({ auth: { token: sample.credentials.token('carol').slice(0, -2) + 'xx' } })
  assert.deepEqual(goodbye(Socket), { type: 'disconnect', reason: 'unauthorized', reconnect: false })
})

test('A26 @anycable/core on a page of a foreign origin is answered with 403', async () => {
  const { Socket } = await refusal({
    auth: { token: sample.credentials.token('carol') },
    options: { origin: 'https://evil.example' }
  })
  assert.match(Socket.sockets[0].error, /403/)
  assert.deepEqual(Socket.sockets[0].frames, [])
})

test('A10 @anycable/core subscribes to a signed stream', async () => {
  const { cable } = await connect()
  const { channel } = await listen(cable, 'a10')
  assert.equal(channel.state, 'connected')
})

test('A10 @anycable/core is refused a name that was signed with another secret', async () => {
  const { cable } = await connect()
  const signed = sample.credentials.sign('a10')
  const channel = cable.streamFromSigned(signed.slice(0, -1) + (signed.endsWith('0') ? '1' : '0'))
  await assert.rejects(channel.ensureSubscribed(), /rejected/i)
})

test('A12 @anycable/core is refused a plain name', async () => {
  const { cable } = await connect()
  await assert.rejects(cable.streamFrom('a12').ensureSubscribed(), /rejected/i)
})

test('A14 @anycable/core receives what a backend posts', async () => {
  const { cable } = await connect()
  const { messages } = await listen(cable, 'a14')
  await sample.broadcast('a14', { text: 'grüße' })
  await until('the message is there', () => messages.length)
  assert.deepEqual(messages, [{ text: 'grüße' }])
})

test('A13 @anycable/core receives what the application publishes', async () => {
  const { cable } = await connect()
  const { messages } = await listen(cable, 'rooms/engineering')
  const alice = await new Visitor(sample.url).signIn('alice', 'wonderland')
  const posted = await alice.say('engineering', 'from code')
  await until('the message is there', () => messages.length)
  assert.deepEqual(messages, [posted])
})

test('A16 @anycable/core does not receive what leaves it out', async () => {
  const first = await connect()
  const second = await connect()
  const [sender, other] = [await listen(first.cable, 'a16'), await listen(second.cable, 'a16')]
  await sample.broadcast('a16', 1, { exclude_socket: first.cable.sessionId })
  await sample.broadcast('a16', 2)
  await until('the last message is there', () => sender.messages.includes(2) && other.messages.includes(2))
  assert.deepEqual(sender.messages, [2])
  assert.deepEqual(other.messages, [1, 2])
})

test('A16 @anycable/core does not receive its own message in the chat', async () => {
  const first = await connect()
  const second = await connect()
  const [sender, other] = [
    await listen(first.cable, 'rooms/random'),
    await listen(second.cable, 'rooms/random')
  ]
  const bob = await new Visitor(sample.url).signIn('bob', 'builder')
  await bob.say('random', 'mine', first.cable.sessionId)
  await bob.say('random', 'everybody’s')
  await until('the last message is there', () => sender.messages.length && other.messages.length === 2)
  assert.deepEqual(sender.messages.map(({ text }) => text), ['everybody’s'])
})

test('A11 @anycable/core receives nothing after it unsubscribed', async () => {
  const { cable } = await connect()
  const left = await listen(cable, 'a11')
  left.channel.disconnect()
  const marker = await listen(cable, 'a11-marker') // handled after the unsubscribe
  await sample.broadcast('a11', 'too late')
  await sample.broadcast('a11-marker', 'now')
  await until('the marker is there', () => marker.messages.length)
  assert.deepEqual(left.messages, [])
})

test('B20 @anycable/core receives three streams over one socket', async () => {
  const { cable, Socket } = await connect()
  const streams = await Promise.all(['b20-a', 'b20-b', 'b20-c'].map((stream) => listen(cable, stream)))
  for (const name of ['c', 'a', 'b']) {
    await sample.broadcast(`b20-${name}`, name)
  }
  await until('all messages are there', () => streams.every(({ messages }) => messages.length))
  assert.deepEqual(streams.map(({ messages }) => messages), [['a'], ['b'], ['c']])
  assert.equal(Socket.sockets.length, 1)
})

test('A3 @anycable/core fetches a new token when its own runs out, and goes on receiving', async () => {
  let refreshed = 0
  const { cable, Socket } = await connect('carol', {
    auth: { token: sample.credentials.token('carol', 3) },
    tokenRefresher: async (transport) => {
      refreshed++
      transport.setToken(sample.credentials.token('carol'))
    }
  })
  const { channel, messages } = await listen(cable, 'a3')
  await until('the token has run out and was exchanged', () => refreshed && Socket.sockets[1]?.frames.length)
  assert.deepEqual(goodbye(Socket), { type: 'disconnect', reason: 'token_expired', reconnect: false })
  await channel.ensureSubscribed()
  await sample.broadcast('a3', 'still here')
  await until('the message is there', () => messages.length)
  assert.equal(refreshed, 1)
})
