/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'

import { createCable } from '@anycable/core'

import { until } from './support/conditions.js'
import { RailsClient } from './support/rails.js'
import { Sample } from './support/sample.js'
import { goodbye, recording } from './support/sockets.js'

const sample = new Sample(['--realtime.shutdown.drain=1s'])

before(() => sample.start())
after(() => sample.stop())

test('A22 S24 after a restart the stock clients come back by themselves and receive again', async () => {
  const token = sample.credentials.token('carol')
  const Socket = recording()
  const cable = createCable(sample.cableUrl, { websocketImplementation: Socket, logLevel: 'error', auth: { token } })
  const channel = cable.streamFromSigned(sample.credentials.sign('restart'))
  const received = []
  channel.on('message', (message) => received.push(message))
  await channel.ensureSubscribed()

  const rails = new RailsClient({ url: `${sample.cableUrl}?jid=${token}` })
  const subscription = rails.subscribe(sample.credentials.sign('restart'))
  await until('both clients are there', () => subscription.confirmations)

  // The stock clients close by themselves as soon as they are told to go; this one waits to be closed
  const Patient = recording()
  const patient = new Patient(`${sample.cableUrl}?jid=${token}`, 'actioncable-v1-json')
  await until('the patient client is there', () => patient.frames.length)

  await sample.stop()

  await until('all sockets are closed', () => Socket.sockets[0].code && rails.sockets[0].code && patient.code)
  const told = { type: 'disconnect', reason: 'server_restart', reconnect: true }
  assert.deepEqual([goodbye(Socket), rails.goodbye(), goodbye(Patient)], [told, told, told])
  assert.equal(patient.code, 1001)

  await sample.start()

  await channel.ensureSubscribed()
  await until('@rails/actioncable is back', () => subscription.confirmations === 2)
  await until('@anycable/core is back', () => cable.state === 'connected' && channel.state === 'connected')
  await sample.broadcast('restart', 'welcome back')
  await until('both clients receive', () => received.length && subscription.messages.length)
  assert.deepEqual([received, subscription.messages], [['welcome back'], ['welcome back']])
  cable.disconnect()
  rails.close()
})
