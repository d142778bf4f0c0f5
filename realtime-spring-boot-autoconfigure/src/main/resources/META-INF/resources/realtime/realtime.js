// Copyright 2026-present the original author or authors. SPDX-License-Identifier: Apache-2.0
// Documentation: docs/browser-client.md
(root => {
if (root.realtime) return // loaded twice
const page = root.document
const CLOCK = { setTimeout, clearTimeout, random: Math.random, now: Date.now }
const call = (target, name, detail) => {
	try { target[name]?.(detail) } catch (e) { console.error(e) }
}

/** The WebSocket URL of a path on the page at location; never doubles the context path */
const url = (path, location, context = '') => {
	if (/^\w+:/.test(path)) return path.replace(/^http/i, 'ws')
	context = context.replace(/\/*$/, '')
	path = path.replace(/^\/?/, '/')
	if (!path.startsWith(context + '/')) path = context + path
	return `${location.protocol.replace('http', 'ws')}//${location.host}${path}`
}
const meta = name => page?.querySelector(`meta[name$="${name}"]`)?.content
const endpoint = path => url(path || meta('cable-url') || '/cable', root.location,
	meta('realtime-context-path') ?? /:..[^/]+(.*)\/realtime\/realtime/.exec(realtime.script)?.[1])

/** Sorts the keys, as @anycable/core does */
const identify = to => {
	if (!to.channel) {
		return to.identifier || identify({ channel: '$pubsub', stream_name: to.stream, signed_stream_name: to.signed })
	}
	const keys = Object.keys(to).filter(key => to[key] !== undefined).sort()
	return `{${keys.map(key => JSON.stringify(key) + ':' + JSON.stringify(to[key]))}}`
}

const dial = (address, protocols, token, o) => {
	protocols = protocols.concat(o.protocols || [])
	if (token && o.carrier === 'param') {
		address = new URL(address)
		address.searchParams.set('jid', token)
	} else if (token) protocols.push('anycable-token.' + token)
	return new (o.WebSocket || WebSocket)(address, protocols)
}

/** A socket that comes back; unless raw, Action Cable is spoken on it */
const start = (address, o, raw) => {
	const { setTimeout: later, clearTimeout: cancel, random, now } = o.timers || CLOCK
	const { minDelay = 1000, maxDelay = 30000, pingInterval = 3000 } = o
	const self = {}, subs = new Map(), life = new AbortController()
	let state, socket, timer, since, attempt = 0, tries = 0

	const become = (next, reason) => {
		state = next
		call(self, 'onstate', Object.assign(self, { state, reason }))
	}
	const alarm = (ms, action) => {
		cancel(timer)
		timer = action && later(action, ms)
	}
	const watch = () => alarm(2 * pingInterval + 1000, !raw && pingInterval && (() => leave('stale')))

	const open = () => {
		const mine = ++attempt
		const live = action => event => attempt === mine && action(event)
		alarm(10000, () => leave('timeout'))
		become('connecting')
		Promise.resolve(source && !(now() < staleAt) && renew()).then(live(() => {
			socket = dial(address, raw ? [] : ['actioncable-v1-json'], used = token, o)
			socket.onopen = raw && live(up)
			socket.onmessage = live(event => call(raw ? self : cable, 'onmessage', event))
			socket.onclose = socket.onerror = live(() => leave('lost')) // CSP causes no close
		})).catch(live(e => {
			if (e?.status < 429) return end('unauthorized') // 0 is a redirect to a login page
			console.error('realtime:', e?.name ?? e?.status) // the message may show the token
			leave('error')
		}))
	}
	const up = () => {
		since = now()
		watch()
		become('connected')
		call(self, 'onopen')
	}
	const end = (reason, delay) => {
		if (state === 'closed') return
		const reconnect = !!delay && o.reconnect !== false
		const detail = { reason, reconnect }
		attempt++ // mutes the old one
		socket?.close()
		alarm(delay, reconnect && open)
		if (!reconnect) {
			life.abort()
			cancel(renewal)
			source = null
		}
		become(reconnect ? 'waiting' : 'closed', reason)
		for (const [, sub] of [...subs]) {
			cancel(sub.timer)
			if (sub.confirmed || !reconnect) tell(sub, 'disconnected', detail)
			if (sub.confirmed) sub.confirmed = false
		}
		call(self, 'onclose', detail)
	}
	const leave = reason => {
		if (now() - since > 5000) tries = 0
		since = NaN
		const step = reason === 'server_restart' ? 5 * minDelay : minDelay // everybody at once
		end(reason, 1 + random() * Math.min(maxDelay, step * 2 ** tries++))
	}

	let token, used, staleAt, renewal, renewed = 0
	let source = typeof o.token === 'function' ? o.token : o.tokenUrl && (async () => {
		const answer = await fetch(endpoint(o.tokenUrl).replace('ws', 'http'), { cache: 'no-store', redirect: 'manual' })
		if (!answer.ok) throw answer
		return answer.json()
	})
	const renew = async () => keep(await source())
	const keep = answer => {
		let { token: value = answer, expires_in: left } = Object(answer)
		try {
			left = left || JSON.parse(atob(value.split('.')[1].replace(/-/g, '+').replace(/_/g, '/'))).exp - now() / 1000
		} catch {}
		left *= 900 - random() * 100 // 80 to 90 % of it, in ms
		token = value
		staleAt = now() + left
		cancel(renewal)
		if (source && left > 5000 && left < 1e9) renewal = later(() => renew().catch(() => {}), left)
	}

	const send = data => socket?.readyState === 1 && !socket.send(data)
	const say = (command, sub) => send(JSON.stringify({ command, identifier: sub.id }))
	const tell = (sub, name, detail) => [...sub.members].map(({ on }) => call(on, name, detail))
	const forget = sub => {
		cancel(sub.timer)
		return subs.get(sub.id) === sub && subs.delete(sub.id)
	}
	const reject = (sub, reason) => forget(sub) && tell(sub, 'rejected', { reason })
	const request = (sub, count = 1) => {
		say('subscribe', sub)
		sub.timer = later(() => {
			if (count < 3) return request(sub, count + 1)
			say('unsubscribe', sub)
			reject(sub, 'timeout')
		}, 5000)
	}
	const cable = { onmessage({ data }) {
		if (state === 'connected') watch()
		const { type, identifier, message, sid, reason, reconnect } = JSON.parse(data)
		const sub = subs.get(identifier)
		if (type === 'welcome' && state === 'connecting') {
			self.sessionId = sid
			subs.forEach(sub => request(sub))
			up()
		} else if (type === 'disconnect') {
			if (reason === 'token_expired' && source && now() - renewed > 5000) {
				renewed = now()
				if (token === used) staleAt = 0
				end(reason, 1)
			} else (reconnect ? leave : end)(reason)
		} else if (!sub) return
		else if (type === 'reject_subscription') reject(sub, 'rejected')
		else if (type === 'confirm_subscription' && !sub.confirmed) {
			const reconnected = sub.confirmed === false
			sub.confirmed = true
			cancel(sub.timer)
			tell(sub, 'confirmed', { reconnected })
		} else if (!type && message !== undefined) tell(sub, 'received', message)
	} }
	const subscribe = (to, on = {}) => {
		const id = identify(typeof to === 'string' ? { signed: to } : to)
		const known = subs.get(id), sub = known || { id, members: new Set() }
		const member = { identifier: id, on: typeof on === 'function' ? { received: on } : on, unsubscribe() {
			member.on = {}
			if (sub.members.delete(member) && !sub.members.size && forget(sub)) say('unsubscribe', sub)
		} }
		subs.set(id, sub)
		sub.members.add(member)
		if (!known && state === 'connected') request(sub)
		if (sub.confirmed) queueMicrotask(() => sub.confirmed && call(member.on, 'confirmed', { reconnected: false }))
		return member
	}

	const pageEvent = ({ type }) => {
		if (/hide|freeze/.test(type)) {
			if (state !== 'waiting') end('asleep', 1)
			alarm()
		} else if (state === 'waiting' && !page?.hidden) open()
	}
	for (const name of ['online', 'pageshow', 'visibilitychange', 'pagehide', 'freeze'])
		root.addEventListener?.(name, pageEvent, { capture: true, signal: life.signal })
	keep(o.token ?? (raw ? '' : meta('cable-token')))
	open()
	return Object.assign(self, { onstate: o.onstate, close: () => end('closed') }, raw ? { send }
		: { subscribe, streamFrom: (stream, on) => subscribe({ stream }, on), streamFromSigned: subscribe })
}

/** Opens a cable */
const connect = (path, o = {}) => start(endpoint(path), o)
/** A WebSocket to a path of this application; { reconnect: true } makes it come back */
const socket = (path, o = {}) => o.reconnect ? start(endpoint(path), o, true) : dial(endpoint(path), [], o.token, o)

const realtime = root.realtime = { connect, socket, url, script: page?.currentScript?.src }
root.realtimeWS = socket
})(globalThis)
