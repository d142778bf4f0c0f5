// Make a token: node make_token.mjs [user] [seconds]
import { createHmac } from 'node:crypto'

function makeToken(secret, userId, seconds) {
  const encode = value => Buffer.from(JSON.stringify(value)).toString('base64url')
  const header = { alg: 'HS256', typ: 'JWT' }
  const payload = {
    ext: JSON.stringify({ user_id: userId }),
    exp: Math.floor(Date.now() / 1000) + seconds
  }
  const signed = `${encode(header)}.${encode(payload)}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}

const [user = '42', seconds = '300'] = process.argv.slice(2)
console.log(makeToken(process.env.REALTIME_SECRET, user, Number(seconds)))
