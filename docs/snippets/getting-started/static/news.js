const cable = realtime.connect('/cable', { tokenUrl: '/token' })

const { name } = await (await fetch('/news/stream')).json()
cable.streamFromSigned(name, ({ text }) => {
  document.getElementById('news').append(Object.assign(document.createElement('li'), { textContent: text }))
})
