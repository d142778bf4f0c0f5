/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { $, avatar, clone, displayName, showTime } from './page.js'

/** Two messages of one author within this time are shown together. */
const TOGETHER = 5 * 60 * 1000

const list = $('messages')
const me = document.body.dataset.user

/** The text, with the names of those who are mentioned set off. */
const withMentions = (text) =>
  text.split(/(@(?:alice|bob)\b)/).map((part, index) => {
    if (index % 2 === 0) {
      return part
    }
    const mark = document.createElement('mark')
    mark.textContent = part
    return mark
  })

const belongsTo = (message, previous) =>
  previous?.author === message.author && new Date(message.sentAt) - new Date(previous.sentAt) < TOGETHER

const element = (message, previous) => {
  const item = clone('message')
  item.classList.toggle('mine', message.author === me)
  item.classList.toggle('continued', belongsTo(message, previous))
  avatar(item.querySelector('.avatar'), message.author)
  item.querySelector('.author').textContent = displayName(message.author)
  item.querySelector('.text').append(...withMentions(message.text))
  showTime(item.querySelector('time'), message.sentAt)
  return item
}

const atEnd = () => list.scrollHeight - list.scrollTop - list.clientHeight < 80
const scrollToEnd = () => {
  list.scrollTop = list.scrollHeight
}

/** The messages of one room, in the order of their ids, each of them once. */
export class Timeline {
  #messages = []
  #shown = false

  get lastId() {
    return this.#messages.at(-1)?.id ?? 0
  }

  /** Takes a message and tells whether it is new. */
  add(message) {
    const index = this.#messages.findLastIndex((other) => other.id <= message.id)
    if (this.#messages[index]?.id === message.id) {
      return false
    }
    this.#messages.splice(index + 1, 0, message)
    if (this.#shown) {
      const follow = atEnd() || message.author === me
      list.insertBefore(element(message, this.#messages[index]), list.children[index + 1] ?? null)
      if (follow) {
        scrollToEnd()
      }
    }
    return true
  }

  show() {
    this.#shown = true
    list.replaceChildren(...this.#messages.map((message, index) => element(message, this.#messages[index - 1])))
    scrollToEnd()
  }

  hide() {
    this.#shown = false
  }
}
