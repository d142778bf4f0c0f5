/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { credentials } from './credentials.js'

const target = fileURLToPath(new URL('../../../../target/', import.meta.url))

const jar = () => {
  const built = process.env.SAMPLE_JAR ?? readdirSync(target).find((name) => /^realtime-sample-app-.*\.jar$/.test(name))
  if (!built) {
    throw new Error('The sample is not built: mvn -pl realtime-sample-app -am package -DskipTests')
  }
  return process.env.SAMPLE_JAR ?? target + built
}

const running = new Set()
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')))

/** The sample application as its users start it: its jar, in a process of its own. */
export class Sample {
  #child
  #args
  #output = ''

  constructor(args = []) {
    this.secret = randomBytes(24).toString('hex')
    this.credentials = credentials(this.secret)
    this.port = 0
    this.#args = args
  }

  get url() {
    return `http://localhost:${this.port}`
  }

  get cableUrl() {
    return `ws://localhost:${this.port}/cable`
  }

  /** Starts it, on the port it had before if it was started before. */
  async start() {
    const java = process.env.JAVA ?? 'java'
    const options = [`--server.port=${this.port}`, `--realtime.secret=${this.secret}`, ...this.#args]
    const child = spawn(java, ['-XX:TieredStopAtLevel=1', '-jar', jar(), ...options])
    this.#child = child
    running.add(child)
    child.once('exit', () => running.delete(child))
    this.port = await new Promise((resolve, reject) => {
      const read = (chunk) => {
        this.#output += chunk
        const port = /Tomcat started on port (\d+)[^]*Started SampleApplication/.exec(this.#output)?.[1]
        if (port) {
          resolve(Number(port))
        }
      }
      child.stdout.on('data', read)
      child.stderr.on('data', read)
      child.once('error', reject)
      child.once('exit', (code) => reject(new Error(`The sample ended with ${code}:\n${this.#output}`)))
    })
    return this
  }

  /** Sends SIGTERM, as an orchestrator does, and waits for the end. */
  async stop() {
    if (this.#child?.exitCode === null && this.#child.signalCode === null) {
      const gone = once(this.#child, 'exit')
      this.#child.kill('SIGTERM')
      await gone
    }
    this.#output = ''
  }

  /** Publishes as any backend does. */
  async broadcast(stream, message, meta) {
    const response = await fetch(`${this.url}/_broadcast`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${this.credentials.broadcastKey}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ stream, data: JSON.stringify(message), meta })
    })
    if (response.status !== 201) {
      throw new Error(`The broadcast was answered with ${response.status}: ${await response.text()}`)
    }
  }
}
