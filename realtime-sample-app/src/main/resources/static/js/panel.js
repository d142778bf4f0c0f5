/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { $, avatar, clone, displayName, showTime } from './page.js'

const KEPT_NOTIFICATIONS = 30
const KEPT_SAMPLES = 30

const duration = (ms) => {
  const minutes = Math.floor(ms / 60000)
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24]
  if (days) {
    return `${days}d ${hours}h`
  }
  return hours ? `${hours}h ${minutes % 60}m` : minutes ? `${minutes}m` : `${Math.floor(ms / 1000)}s`
}

const figures = {
  connections: String,
  messages: String,
  uptime: duration,
  heap: (bytes) => `${Math.round(bytes / 1048576)} MB`
}

const samples = []
const drawSpark = (value) => {
  samples.push(value)
  if (samples.length > KEPT_SAMPLES) {
    samples.shift()
  }
  const [low, high] = [Math.min(...samples), Math.max(...samples)]
  const points = samples.map((sample, index) => {
    const x = 100 - ((samples.length - 1 - index) * 100) / (KEPT_SAMPLES - 1)
    const y = 22 - (20 * (sample - low)) / (high - low || 1)
    return `${x.toFixed(1)},${y.toFixed(1)}`
  })
  $('spark').setAttribute('points', points.join(' '))
}

const person = ({ name, displayName, online, room }) => {
  const item = clone('person')
  item.classList.toggle('online', online)
  avatar(item.querySelector('.avatar'), name)
  item.querySelector('strong').textContent = name === document.body.dataset.user ? `${displayName} (you)` : displayName
  item.querySelector('.where').textContent = !online ? 'offline' : room ? `in #${room}` : 'online'
  item.querySelector('.dot .hidden').textContent = online ? 'online' : 'offline'
  return item
}

let shownPeople
const showPeople = (people) => {
  const text = JSON.stringify(people)
  if (text !== shownPeople) {
    shownPeople = text
    $('people').replaceChildren(...people.map(person))
  }
}

/** Shows what the server says about itself, every other second. */
export const showStatus = (status) => {
  for (const [name, format] of Object.entries(figures)) {
    document.querySelector(`[data-figure=${name}]`).textContent = format(status[name])
  }
  drawSpark(status.heap)
  showPeople(status.people)
}

const what = {
  joined: (room) => `joined #${room}`,
  mentioned: (room) => `mentioned you in #${room}`,
  online: () => 'is online',
  offline: () => 'went offline'
}

/** Shows one more notification, the latest on top. */
export const showNotification = ({ kind, user, room, at }) => {
  const item = clone('notification')
  item.dataset.kind = kind
  avatar(item.querySelector('.avatar'), user)
  item.querySelector('strong').textContent = displayName(user)
  item.querySelector('.what').textContent = what[kind]?.(room) ?? kind
  showTime(item.querySelector('time'), at)
  const list = $('notifications')
  list.prepend(item)
  while (list.children.length > KEPT_NOTIFICATIONS) {
    list.lastElementChild.remove()
  }
}
