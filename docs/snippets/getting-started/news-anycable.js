import { createCable } from '@anycable/web'

const token = async () => (await (await fetch('/token')).json()).token
const cable = createCable({
  auth: { token: await token() },
  websocketAuthStrategy: 'sub-protocol',
  tokenRefresher: async (transport) => transport.setToken(await token())
})

const { name } = await (await fetch('/news/stream')).json()
cable.streamFromSigned(name).on('message', ({ text }) => {
  document.getElementById('news').append(Object.assign(document.createElement('li'), { textContent: text }))
})
