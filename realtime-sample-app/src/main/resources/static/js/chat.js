/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { ConnectionState } from './connection-state.js'
import { $, api, go } from './page.js'
import { showNotification, showStatus } from './panel.js'
import { Timeline } from './timeline.js'

const { user: me, cable: path } = document.body.dataset
const rooms = new Map() // by name: { link, timeline, unread, caughtUp }
let current

// One connection for everything; its first token is in the page's head
const cable = realtime.connect(path, { tokenUrl: '/token' })
const connectionState = new ConnectionState()
cable.onstate = ({ state }) => connectionState.show(state)

// ---- rooms

const showUnread = (room) => {
  const badge = room.link.querySelector('.badge')
  badge.hidden = room.unread === 0
  badge.querySelector('.count').textContent = room.unread
  const unread = [...rooms.values()].reduce((sum, { unread }) => sum + unread, 0)
  document.title = `${unread ? `(${unread}) ` : ''}#${current} · Realtime Spring`
}

const receive = (name, message) => {
  const room = rooms.get(name)
  if (room.timeline.add(message) && room.caughtUp && name !== current && message.author !== me) {
    room.unread++
    showUnread(room)
  }
}

/** Fetches what was posted before the subscription, or while the connection was gone. */
const catchUp = async (name) => {
  const room = rooms.get(name)
  const missed = await api('GET', `rooms/${name}/messages?after=${room.timeline.lastId}`)
  missed.forEach((message) => receive(name, message))
  room.caughtUp = true
}

const visit = (name) => api('PUT', `rooms/${name}/visit`).catch(console.error)

const enter = (name) => {
  rooms.get(current)?.timeline.hide()
  current = name
  const room = rooms.get(name)
  for (const { link } of rooms.values()) {
    link.removeAttribute('aria-current')
  }
  room.link.setAttribute('aria-current', 'page')
  $('room-name').textContent = name
  $('room-topic').textContent = room.link.dataset.topic
  $('draft').placeholder = `Message #${name}`
  room.unread = 0
  showUnread(room)
  room.timeline.show()
}

for (const link of document.querySelectorAll('#rooms a')) {
  const name = link.dataset.room
  rooms.set(name, { link, timeline: new Timeline(), unread: 0, caughtUp: false })
  link.addEventListener('click', (event) => {
    event.preventDefault()
    history.pushState(null, '', link.href)
    enter(name)
    visit(name)
  })
}
addEventListener('popstate', () => {
  enter(location.pathname.split('/').at(-1))
  visit(current)
})

// ---- streams

/** A signed name that is no longer good, as on a page that was asleep for a day: get new ones. */
const rejected = () => performance.now() > 60000 && location.reload()

enter(document.body.dataset.room)
for (const [name, { link }] of rooms) {
  cable.subscribe(link.dataset.stream, {
    received: (message) => receive(name, message),
    confirmed: () => catchUp(name).catch(console.error),
    rejected
  })
}
cable.subscribe($('status').dataset.stream, { received: showStatus, rejected })
cable.subscribe($('notifications').dataset.stream, {
  received: showNotification,
  confirmed: () => visit(current),
  rejected
})

// ---- composer

const composer = $('composer')
const draft = $('draft')

draft.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault()
    composer.requestSubmit()
  }
})

composer.addEventListener('submit', async (event) => {
  event.preventDefault()
  const [room, text] = [current, draft.value]
  if (!text.trim()) {
    return
  }
  draft.value = ''
  $('problem').hidden = true
  try {
    // The server leaves out this connection, as the answer has the message already
    const headers = cable.sessionId ? { 'X-Socket-ID': cable.sessionId } : {}
    receive(room, await api('POST', `rooms/${room}/messages`, { text }, headers))
  } catch (error) {
    console.error(error)
    draft.value = draft.value || text
    $('problem').textContent = 'This message was not sent. Please try again.'
    $('problem').hidden = false
  }
})

// ---- sign out

// Not by the form itself: the CSRF token in it may be older than the last restart of the server
$('sign-out').addEventListener('submit', async (event) => {
  event.preventDefault()
  await api('POST', 'logout')
  go('login?logout')
})
