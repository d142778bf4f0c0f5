/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Every way to bring a token along: what it adds to the URL, to the sub-protocols and to
 * the options of the handshake.
 */
export const carriers = [
  { name: 'the query parameter jid', query: 'jid' },
  { name: 'a further query parameter', query: 'access_token' },
  { name: 'the header X-JID', headers: (token) => ({ 'X-JID': token }) },
  { name: 'the header Authorization', headers: (token) => ({ Authorization: `Bearer ${token}` }) },
  { name: 'a sub-protocol', subProtocol: (token) => `anycable-token.${token}` },
  { name: 'a cookie, from a page of the application', cookie: 'cable_token' }
]

/** How the sample is started so that it takes all of them. */
export const carrierOptions = ['--realtime.jwt.query-params=jid,access_token', '--realtime.jwt.cookie=cable_token']

/** The URL, sub-protocols and options of a handshake with a token. */
export const carry = ({ query, headers, subProtocol, cookie }, sample, token) => ({
  url: query ? `${sample.cableUrl}?${query}=${token}` : sample.cableUrl,
  subProtocols: subProtocol ? [subProtocol(token)] : [],
  options: cookie
    ? { origin: sample.url, headers: { Cookie: `${cookie}=${token}` } }
    : { headers: headers?.(token) ?? {} }
})
