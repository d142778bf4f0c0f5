// Copyright 2026-present the original author or authors. SPDX-License-Identifier: Apache-2.0
// Documentation: docs/browser-client.md

// The module form: the classic script does the work, so a page that loads both has one client.
import './realtime.js'

const { realtime } = globalThis
realtime.script = realtime.script || import.meta.url // modules have no document.currentScript

export const { connect, socket, url } = realtime
export default realtime
