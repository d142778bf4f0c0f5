/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** Small things that every part of the page needs. */

const base = new URL('../', import.meta.url) // the application, whatever its context path

export const $ = (id) => document.getElementById(id)

export const clone = (template) => $(template).content.firstElementChild.cloneNode(true)

export const avatar = (element, user) => {
  element.dataset.user = user
  element.textContent = user[0].toUpperCase()
}

export const displayName = (user) => user[0].toUpperCase() + user.slice(1)

export const showTime = (element, instant) => {
  const date = new Date(instant)
  element.dateTime = date.toISOString()
  element.title = date.toLocaleString()
  element.textContent = date.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
}

const csrfToken = () => /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? ''

/** Calls the application; who is no longer signed in is sent to do so. */
export const api = async (method, path, body, headers) => {
  const response = await fetch(new URL(path, base), {
    method,
    headers: {
      'Content-Type': 'application/json',
      'X-Requested-With': 'XMLHttpRequest',
      'X-XSRF-TOKEN': csrfToken(),
      ...headers
    },
    body: body && JSON.stringify(body)
  })
  if (response.status === 401) {
    location.reload()
  }
  if (!response.ok) {
    throw new Error(`${method} ${path}: ${response.status}`)
  }
  return response.headers.get('Content-Type')?.includes('json') ? response.json() : undefined
}

export const go = (path) => location.assign(new URL(path, base))
