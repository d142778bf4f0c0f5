// Copyright 2026-present the original author or authors. SPDX-License-Identifier: Apache-2.0

import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'

import { build } from 'esbuild'

import { launch, signIn } from './support/browser.js'
import { Sample } from './support/sample.js'

const snippets = new URL('../../../../docs/snippets/getting-started/', import.meta.url)

const sample = new Sample([
  `--spring.web.resources.static-locations=classpath:/META-INF/resources/,classpath:/static/,${snippets}static/`
])
let browser

before(async () => {
  browser = await launch()
  await sample.start()
})
after(async () => {
  await browser?.close()
  await sample.stop()
})

/** The page of the documentation, served by the sample and possibly with another script. */
const open = async (script) => {
  const { page } = await signIn(browser, sample, 'alice')
  await page.route('**/news/stream', (route) => route.fulfill({ json: { name: sample.credentials.sign('news') } }))
  if (script) {
    await page.route('**/news.js', (route) => route.fulfill({ contentType: 'text/javascript', body: script }))
  }
  await page.goto(`${sample.url}/index.html`)
  return page
}

/** Publishes until the page shows it: nobody sees from outside when the page has subscribed. */
const showsNews = async (page) => {
  const shown = page.waitForSelector('#news li:text-is("It works")')
  const publishing = setInterval(() => sample.broadcast('news', { text: 'It works' }).catch(() => {}), 200)
  await shown.finally(() => clearInterval(publishing))
}

test('A30 the page of the documentation shows what is published', async () => {
  await showsNews(await open())
})

test('A30 the page of the documentation shows it with @anycable/web too', async () => {
  const bundled = await build({
    stdin: {
      contents: readFileSync(new URL('news-anycable.js', snippets), 'utf8'),
      resolveDir: fileURLToPath(new URL('.', import.meta.url))
    },
    bundle: true,
    format: 'esm',
    write: false
  })
  await showsNews(await open(bundled.outputFiles[0].text))
})
