/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { createHmac } from 'node:crypto'

const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** What any program can make that holds the secret. Nothing of the server's code is used here. */
export const credentials = (secret) => {
  const hmac = (text, encoding) => createHmac('sha256', secret).update(text).digest(encoding)
  return {
    broadcastKey: hmac('broadcast-cable', 'hex'),

    /** A token for a user, for so many seconds. */
    token(user, seconds = 300) {
      const exp = Math.floor(Date.now() / 1000) + seconds
      const text = `${base64url({ alg: 'HS256', typ: 'JWT' })}.${base64url({ ext: JSON.stringify({ user_id: user }), exp })}`
      return `${text}.${hmac(text, 'base64url')}`
    },

    /** The signed name of a stream. */
    sign(stream) {
      const text = Buffer.from(JSON.stringify(stream)).toString('base64')
      return `${text}--${hmac(text, 'hex')}`
    }
  }
}
