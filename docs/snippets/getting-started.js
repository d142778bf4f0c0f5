fetch('/token').then(response => response.json()).then(({ greetings }) => {
  const cable = realtime.connect('/cable', { tokenUrl: '/token' })
  cable.streamFromSigned(greetings, ({ text }) => {
    const item = document.createElement('li')
    item.textContent = text
    document.getElementById('greetings').append(item)
  })
})
