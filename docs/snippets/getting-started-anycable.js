import { createCable } from '@anycable/web'

const { token, greetings } = await (await fetch('/token')).json()
const cable = createCable({ auth: { token }, websocketAuthStrategy: 'sub-protocol' })
cable.streamFromSigned(greetings).on('message', ({ text }) => console.log(text))
