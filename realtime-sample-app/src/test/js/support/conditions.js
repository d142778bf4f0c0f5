/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

const DEADLINE = 60_000

/** Waits until something is true; what it yields is returned. */
export const until = async (what, condition) => {
  const end = Date.now() + DEADLINE
  for (;;) {
    const result = await condition()
    if (result) {
      return result
    }
    if (Date.now() > end) {
      throw new Error(`Waited in vain until ${what}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
