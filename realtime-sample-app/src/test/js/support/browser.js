/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

import { chromium } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const OPTIONS =
  '--headless --no-sandbox --disable-gpu --disable-background-networking --disable-quic --no-first-run ' +
  '--disable-component-update --disable-sync'

const isExecutable = (file) => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const executable = () => {
  const files = process.env.PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
  const found = [process.env.CHROME_BIN, ...files].find((file) => file && isExecutable(file))
  if (!found) {
    throw new Error(`chromium is not installed: neither CHROME_BIN nor any of ${NAMES.join(', ')} was found`)
  }
  return found
}

export const launch = () => chromium.launch({ executablePath: executable(), args: OPTIONS.split(' '), timeout: 120_000 })

/** A window of its own cookies in which somebody signed in, and what its console complained about. */
export const signIn = async (browser, sample, username) => {
  const context = await browser.newContext()
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  const complaints = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(`${sample.url}/login`)
  await page.click(`[data-username=${username}]`)
  await connected(page)
  return { context, page, complaints }
}

export const connected = (page) => page.waitForSelector('#connection[data-state=connected]')
