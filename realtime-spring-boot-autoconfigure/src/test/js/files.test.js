// Copyright 2026-present the original author or authors. SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict'
import { readFileSync, statSync } from 'node:fs'
import { describe, test } from 'node:test'
import { ASSETS } from './support/page.js'

const DOCS = new URL('../../../../docs/browser-client.md', import.meta.url)

for (const name of ['realtime.js', 'realtime.mjs']) {

  describe(name, () => {

    const file = new URL(name, ASSETS)
    const source = readFileSync(file, 'utf8')

    test('K17 is smaller than 8 KB as it is served', () => {
      assert.ok(statSync(file).size < 8192, `${statSync(file).size} bytes`)
    })

    test('K17 has nothing that a strict Content-Security-Policy forbids', () => {
      assert.doesNotMatch(source, /\beval\b|\bFunction\s*\(|innerHTML|outerHTML|document\.write|insertAdjacentHTML/)
      assert.doesNotMatch(source, /\b(setTimeout|later)\(\s*['"`]/)
    })

    test('is plain ASCII, so that no charset can spoil it, and names its licence', () => {
      assert.match(source, /^[\n\t -~]*$/)
      assert.match(source, /Copyright 2026-present the original author or authors\. SPDX-License-Identifier: Apache-2\.0/)
    })

    test('K23 is included by the one line that the documentation shows', () => {
      assert.match(readFileSync(DOCS, 'utf8'), new RegExp(`th:src="@\\{/realtime/${name}\\}"`))
    })

  })

}
