// Publish a message: node publish.mjs [stream] [text]
import { createHmac } from 'node:crypto'

const secret = process.env.REALTIME_SECRET
const url = process.env.REALTIME_URL ?? 'http://localhost:8080'
const [stream = 'room/42', text = 'Hi'] = process.argv.slice(2)

const key = createHmac('sha256', secret).update('broadcast-cable').digest('hex')
const response = await fetch(url + '/_broadcast', {
  method: 'POST',
  headers: { 'Authorization': 'Bearer ' + key, 'Content-Type': 'application/json' },
  body: JSON.stringify({ stream, data: JSON.stringify({ text }) })
})
if (response.ok) {
  console.log(response.status)
} else {
  console.error(response.status, await response.text())
  process.exitCode = 1
}
