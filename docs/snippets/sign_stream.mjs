// Sign a stream's name: node sign_stream.mjs name [seconds [user]]
import { createHmac } from 'node:crypto'

function sign(secret, value) {
  const payload = Buffer.from(JSON.stringify(value)).toString('base64')
  return `${payload}--${createHmac('sha256', secret).update(payload).digest('hex')}`
}

function signFor(secret, name, seconds, user) {
  // JSON.stringify leaves out a user that is undefined
  return sign(secret, { realtime_stream: name, exp: Math.floor(Date.now() / 1000) + seconds, user })
}

const secret = process.env.REALTIME_SECRET
const [name, seconds, user] = process.argv.slice(2)
console.log(seconds ? signFor(secret, name, Number(seconds), user) : sign(secret, name))
