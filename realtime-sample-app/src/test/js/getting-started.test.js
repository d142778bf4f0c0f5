// Copyright 2026-present the original author or authors. SPDX-License-Identifier: Apache-2.0

import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'

import { build } from 'esbuild'

import { launch, signIn } from './support/browser.js'
import { Sample } from './support/sample.js'

const snippet = (name) => new URL(`../../../../docs/snippets/${name}`, import.meta.url)

const folder = mkdtempSync(join(tmpdir(), 'getting-started-'))
const sample = new Sample([
  `--spring.web.resources.static-locations=classpath:/META-INF/resources/,classpath:/static/,${pathToFileURL(folder)}/`
])
let browser

before(async () => {
  copyFileSync(snippet('getting-started.html'), join(folder, 'index.html'))
  copyFileSync(snippet('getting-started.js'), join(folder, 'greetings.js'))
  browser = await launch()
  await sample.start()
})
after(async () => {
  await browser?.close()
  await sample.stop()
  rmSync(folder, { recursive: true })
})

/** The page of the documentation, served by the sample and possibly with another script, a module. */
const open = async (module) => {
  const { page } = await signIn(browser, sample, 'alice')
  const { token, sign } = sample.credentials
  await page.route('**/token', (route) => route.fulfill({ json: { token: token('guest'), greetings: sign('greetings') } }))
  if (module) {
    const serve = (path, body) => page.route(path, (route) => route.fulfill({ contentType: 'text/javascript', body }))
    await serve('**/greetings.js', "import('/module.js')")
    await serve('**/module.js', module)
  }
  return page
}

/** Publishes again and again until it is shown: nobody sees from outside when a page has subscribed. */
const publishUntil = (shown) => {
  const publishing = setInterval(() => sample.broadcast('greetings', { text: 'Hello' }).catch(() => {}), 200)
  return shown.finally(() => clearInterval(publishing))
}

test('A30 the page of the documentation shows what is published', async () => {
  const page = await open()
  await page.goto(`${sample.url}/index.html`)
  await publishUntil(page.waitForSelector('#greetings li:text-is("Hello")'))
})

test('A30 the page of the documentation receives it with @anycable/web too', async () => {
  const bundled = await build({
    stdin: {
      contents: readFileSync(snippet('getting-started-anycable.js'), 'utf8'),
      resolveDir: fileURLToPath(new URL('.', import.meta.url))
    },
    bundle: true,
    format: 'esm',
    write: false
  })
  const page = await open(bundled.outputFiles[0].text)
  const logged = page.waitForEvent('console', (message) => message.text() === 'Hello')
  await page.goto(`${sample.url}/index.html`)
  await publishUntil(logged)
})
